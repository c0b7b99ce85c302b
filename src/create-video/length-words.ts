import { dialogText } from '#messages/en-create-dialog.ts'
import { createText } from '#messages/en-create.ts'
import type { Draft } from './draft.ts'
import { speechSeconds, wordCount } from './speech.ts'

/** "22 words · about 9 s" */
export function lengthWords({ script, speed }: Draft): string {
  const words = wordCount(script)
  if (words === 0) return dialogText.sayWords
  return `${createText.length.words(words)} · ${createText.length.about(speechSeconds(script, speed).about)}`
}
