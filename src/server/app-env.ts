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
    /** Who calls, for sharing what there is; an address alone until the gate has let them in. */
    client: string
  }
}
