import type { Ledger } from './ledger.ts'

interface SharedLedger {
  /** Throws where it cannot be had. */
  open: () => Ledger
  close: () => void
}

/** One process may open it once, and both orders and tokens stand in it. */
export function shareLedger(open: () => Ledger): SharedLedger {
  let opened: Ledger | undefined
  return {
    open() {
      if (opened) return opened
      const ledger = open()
      opened = {
        ...ledger,
        close() {
          opened = undefined
          ledger.close()
        },
      }
      return opened
    },
    close: () => opened?.close(),
  }
}
