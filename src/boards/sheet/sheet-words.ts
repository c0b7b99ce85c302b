import type { Review } from '#boards/board.ts'
import { givenVerdicts } from '#boards/register-keys.ts'
import type { LookRollUp } from '#boards/roll-up.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { exportText as words } from '#messages/en-export.ts'

const oneReview = ({ verdict, score }: Review) => [
  ...(verdict === 'undecided' ? [] : [boardWords.verdict[verdict]]),
  ...(score === null ? [] : [words.sheet.score(score)]),
]

/** What was said of a look, in a line: one reviewer's verdict and score, or the votes of several; empty for nothing. */
export function verdictLine({ reviews, votes, meanScore }: LookRollUp, reviewers: number): string {
  const [first] = reviews
  const parts =
    reviewers <= 1
      ? first
        ? oneReview(first.review)
        : []
      : [
          ...givenVerdicts
            .filter((verdict) => votes[verdict] > 0)
            .map((verdict) => boardWords.votes(verdict, votes[verdict])),
          ...(meanScore === null ? [] : [words.sheet.mean(meanScore)]),
        ]
  return parts.join(' · ')
}
