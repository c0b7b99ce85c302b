import { useLayoutEffect } from 'react'
import { dropFirstGrid } from '#gallery/first-grid.ts'
import { CrashMessage } from './crash-message.tsx'

/** Stands where a page broke, or its code could not be loaded, so that it is never blank. */
export function CrashPage() {
  useLayoutEffect(dropFirstGrid, [])
  return (
    <main id="main" role="alert">
      <CrashMessage level={1} home="/" />
    </main>
  )
}
