import { request } from 'node:http'
import { text } from 'node:stream/consumers'

interface Call {
  url: string
  method: string
  headers: Record<string, string>
  body?: string
  signal?: AbortSignal | null
  /** The caller's own address on the loopback net: the server tells people apart by it. */
  from: string
}

/** One call from an address of its own, which fetch cannot choose. Rejects where it is aborted or not answered. */
export const callFrom = ({ url, method, headers, body, signal, from }: Call) =>
  new Promise<{ status: number; text: string }>((resolve, reject) => {
    const options = { method, headers, localAddress: from, ...(signal ? { signal } : {}) }
    const asked = request(url, options, (answer) => {
      text(answer).then((said) => resolve({ status: answer.statusCode ?? 0, text: said }), reject)
    })
    asked.once('error', reject)
    asked.end(body)
  })
