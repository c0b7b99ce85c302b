export interface Captions {
  text: string
  /** Shown in a second cut of the video too. */
  burned: boolean
}

/** Words a cue holds at most: what fits under a picture in one line. */
const longestCue = 7

const words = (text: string) => text.split(/\s+/).filter(Boolean)

/** Seconds that the text takes at 150 words a minute, to a tenth; at least one. */
export const speechSeconds = (text: string, speed: number) =>
  Math.max(1, Math.round((words(text).length / 150 / speed) * 600) / 10)

/** `00:01:02,345` */
const stamp = (seconds: number) =>
  new Date(Math.round(seconds * 1000)).toISOString().slice(11, 23).replace('.', ',')

/** An SRT file of the text over this many seconds; a cue ends with its sentence or is full. */
export function writeSrt(text: string, seconds: number): string {
  const all = words(text)
  const cues: { start: number; words: string[] }[] = []
  for (const [i, word] of all.entries()) {
    const last = cues.at(-1)
    const ended = /[.!?]["'”’)]*$/.test(last?.words.at(-1) ?? '')
    if (last && !ended && last.words.length < longestCue) last.words.push(word)
    else cues.push({ start: i, words: [word] })
  }
  const at = (word: number) => stamp((word / all.length) * seconds)
  return cues
    .map((cue, i) => {
      const end = cue.start + cue.words.length
      return `${i + 1}\n${at(cue.start)} --> ${at(end)}\n${cue.words.join(' ')}\n`
    })
    .join('\n')
}
