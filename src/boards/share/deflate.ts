type Bytes = Uint8Array<ArrayBuffer>

const streamOf = (bytes: Bytes) =>
  new ReadableStream<Bytes>({
    start(controller) {
      controller.enqueue(bytes)
      controller.close()
    },
  })

/** All that a stream gives, or null as soon as that is more than `most` bytes. Rejects where the stream fails. */
async function readAll(stream: ReadableStream<Bytes>, most: number): Promise<Bytes | null> {
  const reader = stream.getReader()
  const parts: Bytes[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) break
    size += value.length
    if (size > most) {
      await reader.cancel().catch(() => {})
      return null
    }
    parts.push(value)
  }
  return joinBytes(parts)
}

export function joinBytes(parts: readonly (Uint8Array | readonly number[])[]): Bytes {
  const all = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let place = 0
  for (const part of parts) {
    all.set(part, place)
    place += part.length
  }
  return all
}

export async function deflate(bytes: Bytes): Promise<Bytes> {
  const packed = await readAll(streamOf(bytes).pipeThrough(new CompressionStream('deflate-raw')), Infinity)
  return packed ?? new Uint8Array()
}

/** Null where it would be more than `most` bytes, which are never held. Rejects what is not deflated. */
export const inflate = (bytes: Bytes, most: number): Promise<Bytes | null> =>
  readAll(streamOf(bytes).pipeThrough(new DecompressionStream('deflate-raw')), most)
