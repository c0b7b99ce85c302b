// Words of selecting looks in the grid, and of the tray that holds them.

import { number } from './number.ts'

const looks = (count: number) => (count === 1 ? '1 look' : `${number.format(count)} looks`)

export const selectionText = {
  select: (name: string) => `Select ${name}`,
  selected: (count: number) => `${number.format(count)} selected`,
  none: 'Nothing is selected',
  /** Beside the count. */
  hidden: (count: number) => `(${number.format(count)} hidden by filters)`,
  elsewhere: (count: number) => `(${number.format(count)} on other pages)`,
  growing: 'The catalogue is still being read. What comes later is not selected.',
  partly: 'The catalogue is not wholly read. Looks that are not known are not selected.',
  absent: 'Only what the page has loaded: the catalogue could not be read.',
  rangeBroke: 'Not all of the range could be read. What is missing is not selected.',
  most: (max: number) => `No more than ${looks(max)} can be selected.`,
  cleared: (count: number) => `${looks(count)} no longer selected.`,
  undo: 'Undo',
  tray: 'Selected looks',
  compare: 'Compare',
  compareTooFew: 'Select at least 2 looks to compare.',
  compareTooMany: (max: number) => `Up to ${max} looks can be compared at once.`,
  create: 'Create video',
  createSeveral: 'Create videos',
  createTooMany: (max: number) => `Up to ${number.format(max)} videos can be made at once.`,
  more: 'More',
  copyIds: 'Copy ids',
  copied: (count: number) => (count === 1 ? 'Copied 1 id.' : `Copied ${number.format(count)} ids.`),
  exportCsv: 'Export CSV',
  exportJson: 'Export JSON',
  exportFailed: 'Nothing was exported',
  exportFailedHint: 'Not all of the looks could be read. Try again in a moment.',
  clear: 'Clear selection',
  command: {
    all: 'Select all that match',
    clear: 'Clear selection',
    compare: 'Compare selected looks',
  },
}
