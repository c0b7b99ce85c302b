import type { Fault } from './faults.ts'
import { readCursor, writeCursor } from './paging.ts'
import { Refusal } from './refusal.ts'

/** The list envelope. */
export interface ListBody {
  data: unknown[]
  has_more: boolean
  next_token: string | null
}

interface ListQuery {
  limit?: number | undefined
  token?: string | undefined
  [filter: string]: string | number | undefined
}

/** How a cursor points at a row. */
interface Marks<T> {
  /** What stands in the cursor for a row; 0 is the listing's beginning. */
  mark: (row: T, index: number) => number
  /** The row to go on with, as an index. */
  find: (rows: readonly T[], mark: number) => number
}

const byIndex: Marks<unknown> = { mark: (_row, index) => index, find: (_rows, mark) => mark }

/** For rows that come newest first and get more at their head: `seq` counts up from 1, whatever is deleted. */
export const bySeq: Marks<{ seq: number }> = {
  mark: ({ seq }) => seq,
  find: (rows, mark) => {
    if (mark === 0) return 0
    const index = rows.findIndex(({ seq }) => seq <= mark)
    return index === -1 ? rows.length : index
  },
}

/** The row past which the `window` fault refuses cursors, as HeyGen is said to do. */
const windowRows = 10_000

/** One page of `rows`; `name` and the filters in `query` are what its cursors are good for. */
export function listPage<T>(
  name: string,
  rows: readonly T[],
  query: ListQuery,
  present: (row: T) => unknown,
  fault: Fault['kind'] | undefined,
  { mark, find }: Marks<T> = byIndex,
): ListBody {
  const { limit = 20, token, ...filters } = query
  const scope = `${name} ${JSON.stringify(filters)}`
  const { offset, turn } = readCursor(scope, token)
  const index = find(rows, offset)
  if (fault === 'window' && index >= windowRows)
    throw new Refusal(400, 'invalid_parameter', 'token is past the last row that can be listed.', {
      param: 'token',
    })
  if (fault === 'empty' && index < rows.length)
    return { data: [], has_more: true, next_token: writeCursor(scope, { offset, turn: turn + 1 }) }

  const start = fault === 'overlap' ? Math.max(0, index - 1) : index
  const data = rows.slice(start, start + limit).map(present)
  if (fault === 'no-token') return { data, has_more: true, next_token: null }
  if (fault === 'token-loop')
    return { data, has_more: true, next_token: writeCursor(scope, { offset, turn }) }
  const next = start + limit
  const following = rows[next]
  if (following === undefined) return { data, has_more: false, next_token: null }
  return { data, has_more: true, next_token: writeCursor(scope, { offset: mark(following, next), turn: 0 }) }
}
