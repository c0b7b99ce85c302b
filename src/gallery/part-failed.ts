import { text } from '#messages/en.ts'
import { notify } from '#ui/notices.ts'

/** Says that code which comes later did not come. */
export const partFailed = () => notify({ title: text.app.partFailed, description: text.app.partFailedHint })
