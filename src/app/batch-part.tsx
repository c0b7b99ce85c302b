import '#ui/whole.css'
import { BatchDialog } from '#create-video/batch-dialog.tsx'
import { placeBatch } from '#renders/place-batch.ts'
import { usePlace } from './use-place.ts'

export interface BatchPartProps {
  lookIds: readonly string[]
  onClose: () => void
}

/** The dialog for several looks with what places its orders. */
export function BatchPart({ lookIds, onClose }: BatchPartProps) {
  return <BatchDialog lookIds={lookIds} place={usePlace('batch', placeBatch)} onClose={onClose} />
}
