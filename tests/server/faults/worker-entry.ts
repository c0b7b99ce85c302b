import { Lookbook as Served } from '#server/worker.ts'
import { quick } from './quick.ts'

/** The Worker, with times that a test can wait for. */
export class Lookbook extends Served {
  protected override readonly tuning = quick
}

// oxlint-disable-next-line import/no-default-export -- what workerd looks for
export { default } from '#server/worker.ts'
