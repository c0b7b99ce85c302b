/** Why the server does not let this browser in, in its words: `ended` where there was a session. */
let refusal: string | null = null
let back = ''
const listeners = new Set<() => void>()

function tell(next: string | null) {
  refusal = next
  for (const listener of listeners) listener()
}

/** Whether this browser is signed in to a server that asks for an access token, as its answers say. */
export const access = {
  read: () => refusal,
  subscribe: (listener: () => void): (() => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  /** Whichever call it answers: what needs no query is refused too. */
  hear({ headers }: Response) {
    const told = headers.get('x-lookbook-session')
    if (!refusal && told) tell(told)
  },
  /** The page comes back at this entry of the history. */
  done(entry: string) {
    back = entry
    tell(null)
  },
  /** Where it came back last: what is there has been there before. */
  back: () => back,
}
