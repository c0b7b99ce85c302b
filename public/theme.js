// In syntax that browsers of any age read: the second part is for old ones.
/* oxlint-disable no-var, no-unused-vars, unicorn/prefer-optional-catch-binding */

// Runs before the first paint, so that a chosen theme never flashes the other one.
;(function () {
  var chosen = null
  try {
    chosen = localStorage.getItem('lookbook.theme')
  } catch (_) {
    // Storage may be blocked; the system's theme is used then.
  }
  var dark = chosen === 'dark' || (chosen !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches)
  document.documentElement.dataset.theme = dark ? 'dark' : 'light'
  var meta = document.querySelector('meta[name="theme-color"]')
  if (meta) meta.setAttribute('content', dark ? '#0f1012' : '#f7f7f8')
})()

// Says so where the browser lacks what the app is made of; it would be a blank page, or one whose parts fail.
;(function () {
  var able = false
  try {
    able =
      'withResolvers' in Promise &&
      'groupBy' in Map &&
      'any' in AbortSignal &&
      'Segmenter' in Intl &&
      'canParse' in URL
  } catch (_) {
    // Not even the object is there.
  }
  if (able) return
  document.addEventListener('DOMContentLoaded', function () {
    document.getElementById('too-old').hidden = false
  })
})()
