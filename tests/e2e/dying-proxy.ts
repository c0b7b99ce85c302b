import { connect, createServer, type Server, type Socket } from 'node:net'

/** A proxy that lets connections die, and what came through it. */
export interface DyingProxy {
  port: number
  /** POST requests that came from the browser, its own second tries among them. */
  posts: () => number
  /** Answers to a POST that were cut off. */
  cut: () => number
  close: () => Promise<void>
}

/**
 * Stands between a browser and the server at `target`. The first answer to a POST on each connection that has served
 * a request before is thrown away with the connection, as when a laptop sleeps at the wrong moment: the server has
 * done its work, and Chromium, seeing a reused connection die without an answer, sends the POST once more by itself.
 */
export async function startDyingProxy(target: number): Promise<DyingProxy> {
  let posts = 0
  let cut = 0
  const open = new Set<Socket>()

  function serve(browser: Socket) {
    const server = connect(target, '127.0.0.1')
    let requests = 0
    let doomed = false
    for (const [socket, other] of [
      [browser, server],
      [server, browser],
    ] as const) {
      open.add(socket)
      socket.on('error', () => other.destroy())
      socket.on('close', () => {
        open.delete(socket)
        other.destroy()
      })
    }
    browser.on('data', (bytes: Buffer) => {
      // Chromium begins every request in a packet of its own: HTTP/1.1 without pipelining.
      const head = bytes.toString('latin1', 0, 8)
      if (/^(GET|POST|HEAD) /.test(head)) requests += 1
      if (head.startsWith('POST ')) {
        posts += 1
        doomed = requests > 1
      }
      server.write(bytes)
    })
    server.on('data', (bytes: Buffer) => {
      if (!doomed) browser.write(bytes)
      else {
        cut += 1
        browser.resetAndDestroy()
        server.destroy()
      }
    })
  }

  const listening: Server = createServer(serve)
  await new Promise<void>((resolve) => {
    listening.listen(0, '127.0.0.1', resolve)
  })
  const address = listening.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    posts: () => posts,
    cut: () => cut,
    close: () =>
      new Promise((resolve) => {
        listening.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}
