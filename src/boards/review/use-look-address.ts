import { useEffect, useEffectEvent, useRef } from 'react'

/** Browsers refuse when an address changes too often; a held arrow key would. In ms. */
const pause = 300

/**
 * Keeps the address at the look that is shown. `asked` is what it names, `put` writes it; an address that somebody else
 * changed is followed by `go`. What it gives takes back a write that is still to come: on the way to another page it
 * would end in that page's address.
 */
export function useLookAddress(
  asked: string | null,
  current: string,
  put: (id: string) => void,
  go: (id: string) => void,
): () => void {
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const written = useRef<string | null>(null)
  const last = useRef(0)
  const write = useEffectEvent((id: string) => {
    if (asked === id) return
    written.current = id
    last.current = performance.now()
    put(id)
  })
  useEffect(() => {
    timer.current = setTimeout(() => write(current), Math.max(0, last.current + pause - performance.now()))
    return () => clearTimeout(timer.current)
  }, [current])

  const follow = useEffectEvent((id: string | null) => {
    if (id !== null && id !== written.current && id !== current) go(id)
    written.current = id
  })
  const first = useRef(true)
  useEffect(() => {
    if (first.current) first.current = false
    else follow(asked)
  }, [asked])

  return () => clearTimeout(timer.current)
}
