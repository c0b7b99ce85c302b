import { Failure } from './failure.ts'
import type { ReadRoute } from './routes.ts'

const usualLongest = 512

/**
 * The query to send upstream, in one order whatever the caller's, so that equal questions share one answer.
 * Names are checked here; what the values mean is HeyGen's to judge and to explain.
 */
export function routeQuery(
  route: Pick<ReadRoute, 'query' | 'longest' | 'publicOnly'>,
  given: URLSearchParams,
  publicReadonly: boolean,
): string {
  for (const [param, value] of given) {
    if (!route.query.includes(param))
      throw new Failure(400, 'unknown_parameter', 'This call takes no parameter of that name.', {
        param: param.slice(0, 100),
      })
    if (given.getAll(param).length > 1)
      throw new Failure(400, 'repeated_parameter', `${param} may be given once.`, { param })
    if (value.length > (route.longest ?? usualLongest))
      throw new Failure(400, 'invalid_parameter', `${param} is too long.`, { param })
  }
  const query = new URLSearchParams(given)
  if (publicReadonly)
    for (const [name, value] of Object.entries(route.publicOnly ?? {})) query.set(name, value)
  query.sort()
  return query.size > 0 ? `?${query.toString()}` : ''
}
