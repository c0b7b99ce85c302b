import { useState } from 'react'
import { CreateDialog } from '#create-video/create-dialog.tsx'
import { openIntent } from '#renders/intent.ts'
import { placeOrder } from '#renders/place-order.ts'

export interface CreatePartProps {
  lookId: string
  onClose: () => void
}

/** The create dialog with what places its orders. */
export function CreatePart({ lookId, onClose }: CreatePartProps) {
  // From when the dialog opens: what is sent of it, however often, is one order.
  const [intent] = useState(() => openIntent(lookId))
  return (
    <CreateDialog
      lookId={lookId}
      place={(order, facts) => placeOrder(order, facts, intent)}
      onClose={onClose}
    />
  )
}
