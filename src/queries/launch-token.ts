const key = 'lookbook.launch'
let held = ''

/** `#launch=<token>` of the address that the server printed when it started; the address loses it at once. */
function take() {
  const found = /^#launch=([\w-]{22,})$/.exec(location.hash)?.[1]
  if (!found) return
  held = found
  try {
    sessionStorage.setItem(key, found)
  } catch {
    // Blocked: kept in memory, until the page is left.
  }
  history.replaceState(history.state, '', location.pathname + location.search)
}

take()
// The address opened in a tab that is there already changes its fragment only.
window.addEventListener('hashchange', take)

/** What lets this tab spend on a Lookbook without sign-in; empty where it was opened without it. */
export const launchToken = {
  read(): string {
    try {
      return sessionStorage.getItem(key) ?? held
    } catch {
      return held
    }
  },
}
