const key = 'lookbook.farewell'

type Farewell = 'signedOut' | 'unreached'

/** What is said to who has just signed out, or tried to: the page is loaded anew in between. */
export const farewell = {
  read(): Farewell | null {
    try {
      const said = sessionStorage.getItem(key)
      return said === 'signedOut' || said === 'unreached' ? said : null
    } catch {
      return null
    }
  },
  say(said: Farewell) {
    try {
      sessionStorage.setItem(key, said)
    } catch {
      // Blocked: the form alone is shown.
    }
  },
  forget() {
    try {
      sessionStorage.removeItem(key)
    } catch {
      // Nothing was kept.
    }
  },
}
