import { createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

/** A server that writes bytes, well-formed or not, for the length of the test. */
export async function serveRaw(
  answer: (socket: Socket, turn: number, request: string) => void,
): Promise<{ url: string; turns: () => number }> {
  let turns = 0
  const sockets = new Set<Socket>()
  const server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    socket.on('data', (data) => {
      turns += 1
      answer(socket, turns, data.toString('latin1'))
    })
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy()
    server.close()
  })
  const address = server.address()
  if (typeof address !== 'object' || address === null) throw new Error('not listening')
  return { url: `http://127.0.0.1:${address.port}`, turns: () => turns }
}
