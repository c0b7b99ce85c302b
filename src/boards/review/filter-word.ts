import { boardWords } from '#messages/en-board-common.ts'
import { reviewText } from '#messages/en-review.ts'
import type { ReviewFilter } from './filter.ts'

export const filterWord = (filter: ReviewFilter): string =>
  ({ ...boardWords.verdicts, ...reviewText.filters })[filter]
