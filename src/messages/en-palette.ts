// The words of the command palette.

import { number } from './number.ts'

export const paletteText = {
  title: 'Commands',
  search: 'Search looks, people and commands',
  results: 'Results',
  groups: { views: 'Views', actions: 'Actions', boards: 'Boards', looks: 'Looks', people: 'People' },
  opening: 'The catalogue is being opened. Looks and people come in a moment.',
  growing: (looks: number) => `${number.format(looks)} looks read so far; more are on their way.`,
  absent: 'Looks and people cannot be searched here.',
  failed: 'Looks and people could not be searched just now.',
  waits: 'Looks and people can be opened once the dialog below is closed.',
  nothing: (typed: string) => `Nothing is called “${typed}”.`,
  nothingYet: (typed: string, looks: number) =>
    `Nothing called “${typed}” among the ${number.format(looks)} looks read so far.`,
  found: (rows: number) => (rows === 1 ? '1 result' : `${number.format(rows)} results`),
  hints: { open: 'Open', tab: 'New tab', close: 'Close' },
  view: { looks: 'Looks', people: 'People', boards: 'Boards', catalogue: 'Catalogue', renders: 'Renders' },
  action: {
    clear: 'Clear all filters',
    copyFocused: 'Copy id of the focused look',
    copyOpen: 'Copy id of the open look',
    createFocused: 'Create a video with the focused look',
    createOpen: 'Create a video with the open look',
    smaller: 'Size smaller',
    larger: 'Size larger',
    walk: 'Read the catalogue again',
    resume: 'Go on reading the catalogue',
    stop: 'Stop reading the catalogue',
  },
  /** Of the board that is open. */
  board: {
    review: 'Review this board',
    duels: 'Decide this board by duels',
    compare: 'Compare my picks',
    share: 'Share this board',
    csv: 'Export this board as a table (CSV)',
    json: 'Export this board as data (JSON)',
    markdown: 'Export the decision (Markdown)',
    sheet: 'Print this board as a contact sheet',
    rename: 'Rename this board',
  },
  copied: (id: string) => `Copied ${id}`,
}
