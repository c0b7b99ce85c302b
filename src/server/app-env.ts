import type { LogLine } from './log.ts'

/** What a socket knows and a Request does not; Node's adapter hands it over as `incoming`. */
interface Incoming {
  url?: string | undefined
  socket?: { remoteAddress?: string | undefined }
}

export interface AppEnv {
  Bindings: { incoming?: Incoming }
  Variables: {
    requestId: string
    line: Partial<LogLine>
    /** Set-Cookie, for who has proved the access token. */
    cookie?: string | undefined
  }
}
