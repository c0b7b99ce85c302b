// The words of the menu with all filters.

import { number } from './number.ts'

export const facetMenuText = {
  label: 'All filters',
  hint: 'Alt-click or hold to leave out',
  numbers: 'The catalogue in numbers',
  loading: 'Reading the catalogue. Values appear as they are found.',
  failed: 'The catalogue’s index did not load.',
  showAll: (count: number) => `Show all ${number.format(count)}`,
  showLess: 'Show fewer',
  done: (looks: string) => `Show ${looks}`,
}
