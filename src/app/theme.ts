const listeners = new Set<() => void>()

/** Light or dark; public/theme.js reads the choice before the first paint. */
export const theme = {
  isDark: () => document.documentElement.dataset.theme === 'dark',
  toggle: () => {
    const dark = !theme.isDark()
    const name = dark ? 'dark' : 'light'
    document.documentElement.dataset.theme = name
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', dark ? '#0f1012' : '#f7f7f8')
    try {
      localStorage.setItem('lookbook.theme', name)
    } catch {
      // Blocked: the choice holds until the page is left.
    }
    for (const listener of listeners) listener()
  },
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}
