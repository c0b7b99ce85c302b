// The words of the searchable list of people.

import { number } from './number.ts'

export const personFilterText = {
  search: 'Search people',
  loading: (count: number) => `Loading people: ${number.format(count)} so far`,
  empty: 'No person of that name.',
  cut: 'HeyGen ended the list early. Some people may be missing.',
}
