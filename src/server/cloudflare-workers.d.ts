/** Of workerd, as far as it is used here. */
declare module 'cloudflare:workers' {
  import type { DurableStorage } from './ledger-durable.ts'

  export class DurableObject<Env> {
    ctx: { storage: DurableStorage; blockConcurrencyWhile: <T>(work: () => Promise<T>) => Promise<T> }
    env: Env
    constructor(ctx: DurableObject<Env>['ctx'], env: Env)
  }
}
