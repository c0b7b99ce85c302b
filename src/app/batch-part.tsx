import { useState } from 'react'
import { BatchDialog } from '#create-video/batch-dialog.tsx'
import { openIntent } from '#renders/intent.ts'
import { placeBatch } from '#renders/place-batch.ts'

export interface BatchPartProps {
  lookIds: readonly string[]
  onClose: () => void
}

/** The dialog for several looks with what places its orders. */
export function BatchPart({ lookIds, onClose }: BatchPartProps) {
  const [intent] = useState(() => openIntent('batch'))
  return (
    <BatchDialog
      lookIds={lookIds}
      place={(order, facts) => placeBatch(order, facts, intent)}
      onClose={onClose}
    />
  )
}
