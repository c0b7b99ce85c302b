export class TooLarge extends Error {}
export class IdleTimeout extends Error {}

interface Limits {
  /** Bytes, counted after decompression. */
  cap: number
  /** Milliseconds that may pass between two chunks. */
  idle: number
}

/** Rejects after `ms` unless `promise` settles first. */
async function within<T>(promise: Promise<T>, ms: number): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new IdleTimeout()), ms)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
  }
}

/**
 * Reads a body as text, chunk by chunk: 200 KB of gzip can hold 200 MB, so nothing may read it whole first.
 * Throws TooLarge, IdleTimeout, or what the stream throws.
 */
export async function readCapped(
  { body }: Pick<Response | Request, 'body'>,
  { cap, idle }: Limits,
): Promise<string> {
  if (!body) return ''
  const reader = body.getReader()
  const decoder = new TextDecoder()
  let text = ''
  let size = 0
  try {
    for (;;) {
      const { done, value } = await within(reader.read(), idle)
      if (done) return text + decoder.decode()
      size += value.byteLength
      if (size > cap) throw new TooLarge()
      text += decoder.decode(value, { stream: true })
    }
  } catch (error) {
    // Not awaited: a stalled source may never say that it stopped.
    void reader.cancel().catch(() => undefined)
    throw error
  }
}
