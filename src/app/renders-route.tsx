import { useParams } from 'react-router'
import { RenderPage } from '#renders/render-page.tsx'
import { RendersPage } from '#renders/renders-page.tsx'
import { pictureOf } from './picture-of.tsx'
import { useEditRender } from './use-edit-render.ts'

/** `/renders` and `/renders/:id`. */
export function RendersRoute() {
  const { renderId } = useParams()
  const edit = useEditRender()
  const slots = { picture: pictureOf, onEdit: edit }
  return renderId === undefined ? (
    <RendersPage {...slots} />
  ) : (
    <RenderPage key={renderId} id={renderId} {...slots} />
  )
}
