import * as z from 'zod/mini'
import { Refusal } from './refusal.ts'

type Issue = z.core.$ZodIssue

const dotted = (path: readonly PropertyKey[]) => path.map(String).join('.')

const units: Record<string, string> = { string: ' characters', array: ' entries' }
const unit = (origin: string) => units[origin] ?? ''

/** The name of the field that does not fit, and what is wrong with it. */
function describe(issue: Issue, missing: boolean): [param: string, rest: string] {
  const param = dotted(issue.path)
  if (missing) return [param, 'is required.']
  const { code } = issue
  if (code === 'unrecognized_keys')
    return [dotted([...issue.path, issue.keys[0] ?? '']), 'is not a field of this call.']
  if (code === 'invalid_value') return [param, `must be one of ${issue.values.map(String).join(', ')}.`]
  if (code === 'invalid_type') return [param, `must be of type ${issue.expected}.`]
  if (code === 'invalid_union') return [param, 'is none of the kinds that this call knows.']
  if (code === 'too_big') return [param, `must be at most ${issue.maximum}${unit(issue.origin)}.`]
  if (code === 'too_small') return [param, `must be at least ${issue.minimum}${unit(issue.origin)}.`]
  return [param, 'is not in the right form.']
}

const valueAt = (body: unknown, path: readonly PropertyKey[]) =>
  path.reduce<unknown>(
    (value, key) =>
      typeof value === 'object' && value !== null
        ? new Map(Object.entries(value)).get(String(key))
        : undefined,
    body,
  )

/** The body by its strict schema; throws a Refusal that names the first field that does not fit by its dotted path. */
export async function readBody<T>(
  request: { text: () => Promise<string> },
  schema: z.ZodMiniType<T>,
): Promise<T> {
  let body: unknown
  try {
    body = JSON.parse(await request.text())
  } catch {
    throw new Refusal(400, 'invalid_parameter', 'The body is not JSON.')
  }
  const parsed = schema.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  if (!issue || (issue.path.length === 0 && issue.code !== 'unrecognized_keys'))
    throw new Refusal(400, 'invalid_parameter', 'The body is not an object.')
  const [param, rest] = describe(issue, valueAt(body, issue.path) === undefined)
  throw new Refusal(400, 'invalid_parameter', `${param} ${rest}`, { param })
}
