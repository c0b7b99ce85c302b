import type { ReactNode } from 'react'
import { OtherRender } from './other-render.tsx'
import { OwnRender } from './own-render.tsx'
import type { Render } from './render.ts'
import { useRenders } from './store.ts'

export interface RenderPageProps {
  /** A video's id, a session's, or the key of an intent. */
  id: string
  /** The picture of a look; it fills a positioned box. */
  picture: (lookId: string) => ReactNode
  /** Opens the form of a render that came to nothing, with its draft. */
  onEdit: (render: Render) => void
}

/** One render in full. */
export function RenderPage({ id, picture, onEdit }: RenderPageProps) {
  const own = useRenders().find((render) => [render.key, render.id, render.videoId].includes(id))
  return (
    <main id="main" tabIndex={-1} className="px-(--gutter) pb-16 outline-none">
      {own ? (
        <OwnRender key={own.key} render={own} picture={picture} onEdit={onEdit} />
      ) : (
        <OtherRender key={id} id={id} />
      )}
    </main>
  )
}
