import '#ui/whole.css'
import { CreateDialog } from '#create-video/create-dialog.tsx'
import { ErrorMessage } from '#gallery/error-message.tsx'
import { placeOrder } from '#renders/place-order.ts'
import { usePlace } from './use-place.ts'

export interface CreatePartProps {
  lookId: string
  onClose: () => void
}

/** The create dialog with what places its orders. */
export function CreatePart({ lookId, onClose }: CreatePartProps) {
  return (
    <CreateDialog
      lookId={lookId}
      place={usePlace(lookId, placeOrder)}
      Failure={ErrorMessage}
      onClose={onClose}
    />
  )
}
