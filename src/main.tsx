import { createRoot } from 'react-dom/client'
import { App } from '#app/app.tsx'

// The page goes back to its place itself: the browser's own try comes before the cards are there.
history.scrollRestoration = 'manual'

// The static demo has no server: the sandbox answers inside the browser.
if (import.meta.env.MODE === 'demo') {
  const { startSandbox } = await import('#sandbox/browser.ts')
  await startSandbox(new URL(import.meta.env.VITE_API_BASE ?? '/api', document.baseURI).href)
}

const root = document.getElementById('root')
if (root) createRoot(root).render(<App />)
