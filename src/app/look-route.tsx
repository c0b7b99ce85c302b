import '#ui/whole.css'
import { useOutletContext, useParams } from 'react-router'
import { LookPanel, type LookPanelProps } from '#gallery/look-panel.tsx'
import { LookActions } from './look-actions.tsx'

/** What the list below tells its look. */
export type LookContext = Omit<LookPanelProps, 'lookId' | 'Actions'>

/** The look over the list. Its own chunk: the router waits for it, so that no empty panel is ever shown. */
export function LookRoute() {
  const { lookId = '' } = useParams()
  const context = useOutletContext<LookContext>()
  return <LookPanel lookId={lookId} {...context} Actions={LookActions} />
}
