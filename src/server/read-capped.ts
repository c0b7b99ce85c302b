export class TooLarge extends Error {}
export class IdleTimeout extends Error {}

interface Limits {
  /** Bytes, counted after decompression. */
  cap: number
  /** Milliseconds that may pass between two chunks. */
  idle: number
}

type Body = Pick<Response | Request, 'body'>

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
 * Hands over a body chunk by chunk: 200 KB of gzip can hold 200 MB, so nothing may read it whole first.
 * Throws TooLarge, IdleTimeout, or what the stream throws.
 */
async function eachChunk({ body }: Body, { cap, idle }: Limits, take: (chunk: Uint8Array) => void) {
  if (!body) return
  const reader = body.getReader()
  let size = 0
  try {
    for (;;) {
      const { done, value } = await within(reader.read(), idle)
      if (done) return
      size += value.byteLength
      if (size > cap) throw new TooLarge()
      take(value)
    }
  } catch (error) {
    // Not awaited: a stalled source may never say that it stopped.
    void reader.cancel().catch(() => undefined)
    throw error
  }
}

/** A body as text; see eachChunk for what it throws. */
export async function readCapped(source: Body, limits: Limits): Promise<string> {
  const decoder = new TextDecoder()
  let text = ''
  await eachChunk(source, limits, (chunk) => {
    text += decoder.decode(chunk, { stream: true })
  })
  return text + decoder.decode()
}

/** A body as it is; see eachChunk for what it throws. */
export async function readBytesCapped(source: Body, limits: Limits): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  await eachChunk(source, limits, (chunk) => {
    chunks.push(chunk)
  })
  const bytes = new Uint8Array(chunks.reduce((size, chunk) => size + chunk.byteLength, 0))
  let at = 0
  for (const chunk of chunks) {
    bytes.set(chunk, at)
    at += chunk.byteLength
  }
  return bytes
}
