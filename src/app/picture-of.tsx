import { lazy, Suspense } from 'react'

const LookPicture = lazy(async () => ({ default: (await import('./look-picture.tsx')).LookPicture }))

/** The slot that the renders show their looks in; its code comes with the first of them. */
export const pictureOf = (lookId: string) => (
  <Suspense>
    <LookPicture lookId={lookId} />
  </Suspense>
)
