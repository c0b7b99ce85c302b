import { keptChoice, useKeptChoice } from '#ui/kept-choice.ts'

/** Whether a verdict goes on to the next look without one. */
export const autoAdvance = keptChoice('lookbook.auto-advance', (kept) => kept !== false)

export const useAutoAdvance = () => useKeptChoice(autoAdvance)
