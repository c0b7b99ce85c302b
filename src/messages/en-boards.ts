// The words of the boards: their list, the page of one, and adding to one.
import { boardWords } from './en-board-common.ts'

const number = new Intl.NumberFormat('en')
const day = new Intl.DateTimeFormat('en', { dateStyle: 'medium' })
const time = new Intl.DateTimeFormat('en', { timeStyle: 'short' })
const decimal = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

const { counted } = boardWords
const looks = (count: number) => counted(count, 'look', 'looks')

export const boardsText = {
  title: 'Boards',
  looks,
  changed: (at: number, now: number) =>
    new Date(at).toDateString() === new Date(now).toDateString()
      ? `Changed ${time.format(at)}`
      : `Changed ${day.format(at)}`,
  decided: 'Decided',
  create: 'New board',
  name: 'Board name',
  make: 'Make board',
  cancel: 'Cancel',
  rename: (name: string) => `Rename ${name}`,
  save: 'Save',
  delete: (name: string) => `Delete ${name}`,
  deleted: (name: string) => `Deleted ${name}`,
  emptyTitle: 'No boards yet',
  empty:
    'A board is a shortlist with a brief, where people say pick, maybe or reject to each look. Share it as a link, and see what everyone wants.',
  loading: 'Opening the boards',
}

export const boardText = {
  board: 'Board',
  noneTitle: 'No look here has this verdict',
  showAll: 'Show all',
  name: 'Name',
  brief: 'Brief',
  briefEmpty: 'Add a brief: what is it for, and who will watch?',
  edit: (what: string) => `Edit ${what.toLowerCase()}`,
  left: (count: number) => `${number.format(count)} left`,
  review: 'Review',
  duels: 'Duels',
  views: { label: 'View', looks: 'Looks', reviews: 'Reviews', decision: 'Decision' },
  all: 'All',
  filterLabel: 'Verdicts',
  of: 'Verdicts of',
  sort: 'Order',
  sorts: { order: 'Board order', wanted: 'Most wanted', disputed: 'Most disputed' },
  others: (words: string) => `Others: ${words}`,
  score: (score: number) => `Score ${score}`,
  hasNote: 'Has a note',
  steps: {
    name: 'Name',
    brief: 'Brief',
    blindOn: 'Blind on',
    blindOff: 'Blind off',
    score: 'Score',
    move: (count: number) => `Move ${looks(count)}`,
    remove: (count: number) => `Remove ${looks(count)}`,
    add: (count: number) => `Add ${looks(count)}`,
    submit: 'Submit',
    reopen: 'Take review back',
    decide: 'Decide',
    takeBack: 'Take decision back',
  },
  said: (name: string, words: string) => `${name}: ${words}`,
  noScore: 'no score',
  removed: (count: number) => `Removed ${looks(count)}`,
}

export const boardGridText = {
  label: 'Looks on this board',
  keys: 'Arrows move. Space lifts a look to reorder, Shift and Space selects it, Shift and F10 opens its menu.',
  select: (name: string) => `Select ${name}`,
  menu: (name: string) => `Menu of ${name}`,
  menuLabel: 'What to do with the look',
  selected: (count: number, hidden: number) =>
    `${number.format(count)} selected${hidden > 0 ? ` (${number.format(hidden)} hidden by filters)` : ''}`,
  selectAll: 'All',
  clear: 'Clear the selection',
  compare: 'Compare',
  compareHint: 'Select 2 to 6 looks to compare them',
  create: 'Create video',
  remove: 'Remove',
  open: 'Open',
  selectIt: 'Select',
  unselectIt: 'Take out of the selection',
  toTop: 'Move to top',
  before: 'Move before',
  after: 'Move after',
  toEnd: 'Move to end',
  place: (place: number, count: number) => `place ${number.format(place)} of ${number.format(count)}`,
  dragging: (name: string, count: number) => (count === 1 ? name : `${number.format(count)} looks`),
  lifted: (what: string) =>
    `Lifted ${what}. Arrows choose the place, Space puts it there, Escape takes it back.`,
  toBefore: (name: string) => `Before ${name}`,
  toLast: 'At the end',
  dropped: (what: string, place: string) => `Moved ${what}, ${place}`,
  back: 'Taken back',
  sorted: 'Looks can be moved in the board’s own order only',
  toOrder: 'Board order',
}

export const boardReviewsText = {
  people: 'Reviewers',
  decided: (count: number, all: number) => `${number.format(count)} of ${number.format(all)} decided`,
  submitted: 'Submitted',
  open: 'Not submitted',
  submit: 'Submit my review',
  reopen: 'Take my review back',
  hidden: (count: number) =>
    count === 0
      ? 'This board is blind. Submit your review to see what others say once they have submitted theirs.'
      : `This board is blind: ${counted(count, 'other review is', 'other reviews are')} hidden until you submit yours. Submitting shows yours to others too.`,
  hiddenAfter: (count: number) =>
    `This board is blind: ${counted(count, 'reviewer has', 'reviewers have')} not submitted yet, so what they say is hidden.`,
  none: 'Nobody has said anything yet.',
  looks: 'Looks',
  byDispute: 'Most disputed',
  byWish: 'Most wanted',
  look: 'Look',
  votes: 'Votes',
  score: 'Score',
  dispute: 'Dispute',
  mean: (score: number) => decimal.format(score),
  percent: (share: number) => `${number.format(Math.round(share * 100))} %`,
  noValue: 'none',
  more: (count: number) => `Show ${number.format(count)} more`,
}

export const boardDecisionText = {
  title: 'Decision',
  hint: 'Say what was chosen, what came close, and why. It is kept with the board and goes into its export.',
  chosen: 'Chosen',
  runnerUp: 'Runner-up',
  runnersUp: 'Runners-up',
  neither: 'No',
  choiceOf: (name: string) => `Decision on ${name}`,
  why: 'Why',
  save: 'Save decision',
  cancel: 'Cancel',
  nothing: 'Choose at least one look.',
  change: 'Change',
  takeBack: 'Take back',
  takenBack: 'Took the decision back',
  saved: 'Decision saved',
  by: (name: string) => `Decided by ${name}`,
  removed: 'No longer on the board',
}

export const addToBoardText = {
  button: 'Add to board',
  title: 'Add to a board',
  search: 'Search boards',
  noMatch: (typed: string) => `No board is called “${typed}”.`,
  none: 'No boards yet. Name the first one.',
  allOn: 'All on it',
  someOn: (count: number) => `${number.format(count)} on it`,
  full: 'Full',
  added: (count: number, board: string) => `Added ${looks(count)} to ${board}.`,
  left: (count: number) => `${looks(count)} did not fit: a board holds 1,000.`,
  failed: 'The looks could not be read. Nothing was added.',
  open: 'Open',
}
