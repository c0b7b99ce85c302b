import { connect, type Socket } from 'node:net'

/** Clients that ask and then read a byte now and then, or never finish their question. */
export function openSlowClients(
  port: number,
  count: number,
  path: string,
): { open: () => number; close: () => void } {
  const sockets: Socket[] = []
  for (let at = 0; at < count; at++) {
    const socket = connect(port, '127.0.0.1')
    socket.on('error', () => undefined)
    const head = `GET ${path}${at} HTTP/1.1\r\nHost: localhost:${port}\r\nX-Lookbook: 1\r\n`
    // Every second one never ends its head; the others do not read what they are told.
    socket.write(at % 2 === 0 ? `${head}\r\n` : head)
    if (at % 2 === 0) socket.pause()
    else socket.resume()
    sockets.push(socket)
  }
  return {
    open: () => sockets.filter((socket) => !socket.destroyed && socket.readyState === 'open').length,
    close: () => {
      for (const socket of sockets) socket.destroy()
    },
  }
}
