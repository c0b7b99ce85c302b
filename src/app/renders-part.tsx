import '#ui/whole.css'
import { RendersButton } from '#renders/renders-button.tsx'
import { pictureOf } from './picture-of.tsx'
import { tellFinished } from './tell-finished.ts'

/** The renders in the bar, with what the app adds to them. */
export function RendersPart() {
  return <RendersButton picture={pictureOf} onFinished={tellFinished} />
}
