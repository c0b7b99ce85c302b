import { Failure } from './failure.ts'

const longest = 4096

/**
 * Step 1: the request target as it was sent. No percent sign gets past it, so no later decoding can turn a
 * segment into another path.
 */
export function checkTarget(target: string): void {
  const query = target.indexOf('?')
  const path = query < 0 ? target : target.slice(0, query)
  if (target.length > longest) throw new Failure(400, 'target_too_long', 'The address is too long.')
  const plain =
    /^\/[A-Za-z0-9._~:/-]*$/.test(path) &&
    !path.includes('//') &&
    !/\/\.{1,2}(?:\/|$)/.test(path) &&
    // Visible ASCII but "#" and "\", which URL parsers read each in their own way.
    (query < 0 || /^[!-"$-[\]-~]*$/.test(target.slice(query)))
  if (!plain)
    throw new Failure(400, 'bad_target', 'The address holds characters that no page or call of ours has.')
}
