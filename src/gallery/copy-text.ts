import { copyingText as words } from '#messages/en-copy.ts'
import { copy } from '#ui/copy.ts'
import { announce, notify } from '#ui/notices.ts'

const shown = 1200

/** Copies, and says so: a check on the button, words for a screen reader, a notice where it failed. */
export async function copyText(value: string, button: HTMLElement) {
  if (!(await copy(value))) return notify({ title: words.failed })
  announce(words.copied)
  button.dataset.done = ''
  setTimeout(() => delete button.dataset.done, shown)
}
