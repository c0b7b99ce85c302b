// The words of the picker, which other apps open.

const number = new Intl.NumberFormat('en')
const looks = (count: number) => `${number.format(count)} ${count === 1 ? 'look' : 'looks'}`

export const pickerText = {
  title: { one: 'Choose a look', several: 'Choose looks' },
  asks: (host: string) => `for ${host}`,
  bar: 'Choice',
  chosen: 'Chosen looks',
  cancel: 'Cancel',
  choose: 'Choose',
  chooseSome: (count: number) => `Choose ${looks(count)}`,
  takeAway: (name: string) => `Take away ${name}`,
  rest: (count: number) => `+${number.format(count)}`,
  unread: 'Not every look that was chosen could be read.',
  gone: (count: number) =>
    count === 1
      ? 'One look that was chosen before is no longer there.'
      : `${looks(count)} that were chosen before are no longer there.`,
  /** What is asked for, and how far it is met. */
  state: (count: number, min: number, max: number) => {
    if (count === 0) return pickerText.asked(min, max)
    const so = `${number.format(count)} chosen`
    if (count < min) return `${so}, ${number.format(min - count)} more to go`
    return count === max ? `${so}, the most there can be` : `${so}, up to ${number.format(max)}`
  },
  asked: (min: number, max: number) => {
    if (min === max) return `Choose ${looks(min)}`
    if (min === 0) return `Choose up to ${looks(max)}`
    return `Choose ${number.format(min)} to ${looks(max)}`
  },
  chosenOne: (name: string) => `${name} is chosen`,
  full: (max: number) => `${looks(max)} at most. Take one away first.`,
  locked: 'Set by the app that asks; it cannot be changed here.',
  alone: {
    title: 'This page is for other apps',
    hint: 'An app opens it to let you choose a look, and hears what you chose.',
    closed: 'An app could open it to let you choose a look, but PICKER_ORIGINS names none.',
    link: 'Go to all looks',
  },
  waiting: 'Waiting for the app that opened this',
  silent: {
    title: 'The app that opened this does not answer',
    hint: 'It may have been closed, or this Lookbook does not know it: its address belongs in PICKER_ORIGINS.',
  },
  version: {
    title: 'The app that opened this speaks another version',
    hint: (ours: number, theirs: number) =>
      `It uses version ${number.format(theirs)} of the picker, this Lookbook version ${number.format(ours)}.`,
  },
  options: {
    title: 'The app asks for something that cannot be',
    hint: 'It was told what is wrong. You can close this.',
  },
  done: { title: 'Done', hint: 'You can close this window.' },
}
