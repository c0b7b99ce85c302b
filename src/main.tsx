import { drawFirstCards } from '#app/first-cards.ts'

// The page goes back to its place itself: the browser's own try comes before the cards are there.
history.scrollRestoration = 'manual'

// The static demo has no server: the sandbox answers inside the browser.
if (import.meta.env.MODE === 'demo') {
  const { startSandbox } = await import('#sandbox/browser.ts')
  await startSandbox(new URL(import.meta.env.VITE_API_BASE ?? '/api', document.baseURI).href)
}

const looks = await drawFirstCards()
try {
  const { showApp } = await import('#app/app.tsx')
  const root = document.getElementById('root')
  if (root) showApp(root, looks)
} catch (error) {
  // public/not-loaded.js says so, as where this file is missing.
  document.querySelector('script[type=module]')?.dispatchEvent(new Event('error'))
  throw error
}
