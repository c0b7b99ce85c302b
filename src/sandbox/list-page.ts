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

/** The row past which the `window` fault refuses cursors, as HeyGen is said to do. */
const windowRows = 10_000

/** One page of `rows`; `name` and the filters in `query` are what its cursors are good for. */
export function listPage<T>(
  name: string,
  rows: readonly T[],
  query: ListQuery,
  present: (row: T) => unknown,
  fault: Fault['kind'] | undefined,
): ListBody {
  const { limit = 20, token, ...filters } = query
  const scope = `${name} ${JSON.stringify(filters)}`
  const { offset, turn } = readCursor(scope, token)
  if (fault === 'window' && offset >= windowRows)
    throw new Refusal(400, 'invalid_parameter', 'token is past the last row that can be listed.', 'token')
  if (fault === 'empty' && offset < rows.length)
    return { data: [], has_more: true, next_token: writeCursor(scope, { offset, turn: turn + 1 }) }

  const start = fault === 'overlap' ? Math.max(0, offset - 1) : offset
  const data = rows.slice(start, start + limit).map(present)
  if (fault === 'no-token') return { data, has_more: true, next_token: null }
  if (fault === 'token-loop')
    return { data, has_more: true, next_token: writeCursor(scope, { offset, turn }) }
  const next = start + limit
  if (next >= rows.length) return { data, has_more: false, next_token: null }
  return { data, has_more: true, next_token: writeCursor(scope, { offset: next, turn: 0 }) }
}
