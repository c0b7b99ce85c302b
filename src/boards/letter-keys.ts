import { keptChoice, useKeptChoice } from '#ui/kept-choice.ts'

/** Whether single letters are keys. Speech input and stray keys set some people's off (WCAG 2.1.4). */
export const letterKeys = keptChoice('lookbook.letter-keys', (kept) => kept !== false)

export const useLetterKeys = () => useKeptChoice(letterKeys)
