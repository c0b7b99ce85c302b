/** Seconds; the server itself leaves HeyGen alone about that long. */
const rest = '30'

/**
 * What the server kept from before is no news of the catalogue: a walk over it would count as one of today, and take
 * away looks that came since. So to the walk HeyGen is away, and it waits as at any 503.
 */
export const freshFetch =
  (send: typeof fetch): typeof fetch =>
  async (input, init) => {
    const answer = await send(input, init)
    if (!answer.headers.has('x-lookbook-stale')) return answer
    await answer.body?.cancel()
    const error = { code: 'upstream_resting', message: 'HeyGen is not answering.' }
    return Response.json({ error }, { status: 503, headers: { 'retry-after': rest } })
  }
