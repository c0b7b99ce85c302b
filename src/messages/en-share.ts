// The words of shares, imports, and what comes from a link.
import { boardWords } from './en-board-common.ts'

const kilobytes = new Intl.NumberFormat('en', { maximumFractionDigits: 1 })

const { counted } = boardWords
const looks = (count: number) => counted(count, 'look', 'looks')

interface ReviewerCounts {
  fresh: number
  changed: number
  duels: number
  submits: boolean
}

export const shareText = {
  share: 'Share',
  title: 'Share this board',
  you: 'you',
  somebody: 'somebody without a name',
  somebodyFirst: 'Somebody',
  link: {
    hint: 'The board is in the link itself. Whoever has the link can read it; no server keeps it.',
    label: 'Link to the board',
    making: 'Making the link',
    copy: 'Copy link',
    send: 'Send',
    size: (characters: number) => `${kilobytes.format(characters / 1000)} kB`,
    tooLong: 'This is too much for a link. Send it as a file.',
    file: 'Save as a file',
    failed: 'The browser could not make the link. Send it as a file.',
  },
  blind: 'Ask for a blind review',
  blindHint: 'Nobody sees what others say before they have submitted their own review.',
  reviews: 'With reviews',
  reviewsHint: 'Verdicts, scores and notes, and the decision if there is one.',
  reviewsBlind:
    'On a blind board, only your own review and, once you have submitted, those of others go along.',
  reply: {
    title: 'Send your review back',
    none: 'You have said nothing about these looks yet.',
    hint: (count: number) => `What you said of ${looks(count)}, for whoever sent you the board.`,
    submit: 'Submit my review',
    submitHint: 'Then you see what others said. You can still change yours.',
    submitted: 'Your review is submitted.',
    link: 'Link to your review',
    copy: 'Copy reply link',
  },
  invitation: (name: string) => `Review of “${name}”`,
  problem: {
    broken: 'This is not a Lookbook link or file, or it was altered on the way.',
    cut: 'The end of this link is missing. Copy all of it once more.',
    newer: 'This was made by a newer Lookbook. Reload the page and open it again.',
    'too-large': 'This is too large to be a board, so none of it was read.',
    ahead:
      'This comes from a device whose clock is more than a day ahead. Set it right there and share again.',
    empty: 'There is nothing in it.',
  },
  kept: 'Your boards are as they were.',
  import: {
    button: 'Open a link or file',
    title: 'Open a shared board or review',
    label: 'Paste a link or choose a file',
    placeholder: 'https://… #1.…',
    choose: 'Choose a file',
    drop: 'Or drop a file here.',
    reading: 'Reading',
    done: (name: string) => `“${name}” is up to date`,
    open: 'Open it',
  },
  will: {
    new: (name: string, count: number) => `New board “${name}”, ${looks(count)}`,
    changes: (name: string) => `Changes “${name}”:`,
    nothing: (name: string) => `Nothing new for “${name}”.`,
    unknown: (name: string) =>
      `This is a review of “${name}”, and that board is not in this browser. Open it where the board is.`,
    added: (count: number) => `Adds ${looks(count)}`,
    removed: (count: number) => `Takes ${looks(count)} off`,
    rewritten: 'Changes its name, brief, order or details',
    decided: 'Changes the decision',
    reviewed: (who: string, { fresh, changed, duels, submits }: ReviewerCounts) =>
      [
        fresh > 0 && `Adds ${counted(fresh, 'verdict', 'verdicts')} by ${who}`,
        changed > 0 && `Changes ${counted(changed, 'verdict', 'verdicts')} of ${who}`,
        duels > 0 && `Adds ${counted(duels, 'duel', 'duels')} by ${who}`,
        submits && `Submits the review of ${who}`,
      ].filter((line) => line !== false),
  },
  accept: { new: 'Add board', changes: (name: string) => `Add to “${name}”` },
  page: {
    title: 'Shared with you',
    reading: 'Reading the link',
    missing: 'There is nothing in this link',
    missingHint: 'A shared board is in the part after the #. Copy all of the link.',
    problem: 'This link cannot be opened',
    by: (who: string) => `From ${who}`,
    sum: (count: number) => looks(count),
    review: 'Review it',
    open: 'Open the board',
    blind: 'A blind review: you see what others say once you have submitted your own.',
    replyOf: (who: string, name: string) => `${who} reviewed “${name}”`,
    boards: 'Your boards',
  },
}
