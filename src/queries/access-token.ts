const key = 'lookbook.access-token'
let held = ''

/** The shared token of a Lookbook that asks for one; for this tab only, in memory where storage is blocked. */
export const accessToken = {
  read(): string {
    try {
      return sessionStorage.getItem(key) ?? held
    } catch {
      return held
    }
  },
  write(token: string) {
    held = token
    try {
      sessionStorage.setItem(key, token)
    } catch {
      // Kept in memory; it is asked for again after a reload.
    }
  },
}
