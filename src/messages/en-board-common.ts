// The words that every part about boards says alike.

const number = new Intl.NumberFormat('en')
const plural = new Intl.PluralRules('en')

const counted = (count: number, one: string, other: string) =>
  `${number.format(count)} ${plural.select(count) === 'one' ? one : other}`

const votes = {
  pick: ['pick', 'picks'],
  maybe: ['maybe', 'maybes'],
  reject: ['reject', 'rejects'],
  undecided: ['undecided', 'undecided'],
} as const

export const boardWords = {
  counted,
  untitled: 'Untitled board',
  opening: 'Opening the board',
  notFound: 'This board is not here',
  notFoundHint: 'Boards live in the browser they were made in. Open its link or its file here first.',
  allBoards: 'All boards',
  back: 'Back to the board',
  empty: 'No looks on this board yet',
  emptyHint: 'Open a look, or select some, and choose “Add to board”.',
  toLooks: 'Go to the looks',
  notKept:
    'This browser keeps nothing, so boards last until you close this tab. Export or share what you need.',
  gone: 'No longer in HeyGen',
  blind: 'Blind',
  blindHint: 'Reviewers see nothing of each other until they have submitted.',
  verdict: { pick: 'Pick', maybe: 'Maybe', reject: 'Reject', undecided: 'Undecided' },
  verdicts: { pick: 'Picks', maybe: 'Maybes', reject: 'Rejects', undecided: 'Undecided' },
  /** “2 picks”. */
  votes: (verdict: keyof typeof votes, count: number) => counted(count, votes[verdict][0], votes[verdict][1]),
  undecided: (count: number) => `${number.format(count)} undecided`,
  you: 'You',
  yourself: (name: string) => `${name} (you)`,
  /** One who gave no name. */
  reviewer: (place: number) => `Reviewer ${number.format(place)}`,
  yourName: 'Your name',
  yourNameHint: 'How others see you on this board. You can leave it empty.',
  undo: 'Undo',
  redo: 'Redo',
  undoOf: (step: string) => `Undo: ${step}`,
  redoOf: (step: string) => `Redo: ${step}`,
  undone: (step: string) => `Undone: ${step}`,
  redone: (step: string) => `Done again: ${step}`,
  letterKeys: 'Letter keys',
  letterKeysHint: 'Single letters and digits are keys',
} as const
