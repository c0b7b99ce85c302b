import { text } from '#messages/en.ts'
import { unlessLost } from '#queries/unless-lost.ts'
import { notify } from '#ui/notices.ts'

/** Says that code which comes later did not come. */
export const partFailed = () =>
  unlessLost(() => notify({ title: text.app.partFailed, description: text.app.partFailedHint }))
