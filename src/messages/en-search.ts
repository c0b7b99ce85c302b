// The words of search and facets. A second language is a file of the same shape.

import { number } from './number.ts'

export const searchText = {
  label: 'Search looks, people and tags',
  placeholder: (looks: number, more: boolean) =>
    looks > 0
      ? `Search ${number.format(looks)}${more ? '+' : ''} looks, people, tags`
      : 'Search looks, people, tags',
  help: 'Names, people, ids and tags. -word leaves out, "two words" keeps them together, type:photo engine:v has:video narrow.',
  clear: 'Clear the search',
  count: (count: number, more: boolean) => `${number.format(count)}${more ? '+' : ''}`,
  /** A chip that leaves out what it names. */
  not: 'Not ',
  excludeHint: 'Alt-click or a long press leaves them out',
  facets: { label: 'All filters' },
  facet: {
    type: 'Type',
    own: 'Ownership',
    group: 'Person',
    gender: 'Gender',
    ori: 'Orientation',
    engine: 'Engine',
    has: 'With',
    place: 'Place',
    wear: 'Clothes',
    pose: 'Pose',
    shot: 'View',
  },
  has: { video: 'Clip', voice: 'Voice', tags: 'Tags' },
  people: (count: number) => `${number.format(count)} people`,
  growing: (things: string) => `${things} so far. The catalogue is still being read.`,
  index: {
    reading: 'Reading the catalogue',
    part: (part: number) => `${Math.round(part * 100)}%`,
    state: {
      opening: 'Opening what this browser has kept.',
      walking: 'So that every look can be searched and counted.',
      waiting: 'HeyGen asked to slow down. Going on in a moment.',
      stopped: 'Stopped. What is known so far can be searched.',
      failed: 'Broken off. What is known so far can be searched.',
      done: 'All that HeyGen gives has been read.',
    },
    looks: (known: string, expected: number | null) =>
      expected === null ? known : `${known} of ${number.format(expected)}`,
    missing: (count: number) =>
      count === 1
        ? '1 look was not given by HeyGen.'
        : `${number.format(count)} looks were not given by HeyGen.`,
    notKept: 'This browser keeps nothing, so the next visit reads it again.',
    stop: 'Stop',
    goOn: 'Go on',
  },
}
