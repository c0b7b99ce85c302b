// The words of the catalogue's page.

const number = new Intl.NumberFormat('en')
const percent = new Intl.NumberFormat('en', { style: 'percent', maximumFractionDigits: 0 })
const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })
const clock = new Intl.DateTimeFormat('en', { timeStyle: 'medium' })

const looks = (count: number) => `${number.format(count)} ${count === 1 ? 'look' : 'looks'}`

export const insightText = {
  title: 'Catalogue',
  of: (looksCounted: string, peopleCounted: string) => `${looksCounted} of ${peopleCounted}`,
  number: (count: number, more: boolean) => `${number.format(count)}${more ? '+' : ''}`,
  share: (part: number) =>
    part > 0 && part < 0.005 ? '<1%' : part > 0.995 && part < 1 ? '>99%' : percent.format(part),
  facets: {
    type: 'Type',
    ori: 'Orientation',
    engine: 'Engine',
    gender: 'Gender',
    own: 'Ownership',
    has: 'With',
    place: 'Place',
    wear: 'Clothes',
    pose: 'Pose',
    shot: 'View',
  },
  more: (count: number) => `${number.format(count)} more`,
  fewer: 'Show fewer',
  none: 'None known',
  people: 'Largest people',
  changes: 'Since the reading before',
  changesSince: (at: number) => `Compared with ${moment.format(at)}.`,
  added: 'New',
  changed: 'Changed',
  removed: 'Removed',
  first: 'Changes show from the second reading on.',
  same: 'Nothing is different.',
  reading: {
    opening: 'Opening the catalogue',
    begun: 'Reading the catalogue',
    walking: (known: number, expected: number | null) =>
      expected === null
        ? `Reading: ${looks(known)} so far`
        : `Reading: ${number.format(known)} of ${looks(expected)}`,
    waiting: (until: number | null) =>
      until === null
        ? 'HeyGen asks to slow down. Reading goes on by itself.'
        : `HeyGen asks to slow down. Reading goes on at ${clock.format(until)}.`,
    stopped: (known: number) => `Stopped after ${looks(known)}`,
    failed: (why: string | null) => `Reading broke off${why ? `: ${why}` : ''}`,
    done: (at: number) => `Read ${moment.format(at)}`,
    complete: 'Read',
  },
  missing: (count: number) => `HeyGen counts ${looks(count)} more than it gives.`,
  notKept: 'This browser keeps nothing, so the catalogue is read anew on each visit.',
  progress: 'Looks read',
  again: 'Read again',
  resume: 'Go on',
  stop: 'Stop',
  absent: 'The catalogue is not at hand',
  absentHint: 'This browser could not open it. The looks themselves are there.',
  empty: 'There are no looks to count',
  emptyHint: 'HeyGen gives this account none.',
}
