import type { Fault } from './faults.ts'

export interface SandboxEnv {
  Variables: { fault: Fault['kind'] | undefined }
}
