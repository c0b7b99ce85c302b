import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { createApp } from './app.ts'
import type { Config } from './config.ts'
import { Failure, failureText } from './failure.ts'
import { addHeaders, securityHeaders } from './security-headers.ts'

type App = ReturnType<typeof createApp>

const limits = {
  headersTimeout: 10_000,
  requestTimeout: 30_000,
  // Longer than a person reads a page: a browser re-sends a POST by itself when a reused connection dies.
  keepAliveTimeout: 75_000,
  connectionsCheckingInterval: 2000,
  maxHeaderSize: 16 * 1024,
}

/** Listens, then asks for the app, since a port of 0 is known only then; rejects as `listen` does. */
export async function listen(config: Config, createWith: (listening: Config) => App): Promise<Server> {
  const server = createServer(limits)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(config.port, config.host, resolve)
  })
  const address = server.address()
  const port = typeof address === 'object' && address !== null ? address.port : config.port
  const app = createWith({ ...config, port })
  const headers = securityHeaders(config)
  const listener = getRequestListener((request, env) => app.fetch(request, { incoming: env.incoming }), {
    overrideGlobalObjects: false,
    // Targets and hosts that are no URL never become a request; they get the gate's answer all the same.
    errorHandler: () => {
      const refusal = new Failure(400, 'bad_target', 'The address is not one of ours.')
      return addHeaders(failureText(refusal), headers, crypto.randomUUID())
    },
  })
  server.on('request', (incoming, outgoing) => {
    void listener(incoming, outgoing)
  })
  return server
}

/** Ends within two seconds: idle connections at once, busy ones when they are done or at the end. */
export async function close(server: Server): Promise<void> {
  const closed = new Promise<void>((resolve) => {
    server.close(() => resolve())
  })
  server.closeIdleConnections()
  const timer = setTimeout(() => server.closeAllConnections(), 1000)
  await closed
  clearTimeout(timer)
}
