import type { Board } from '#boards/board.ts'
import { parseKey } from '#boards/register-keys.ts'
import type { Register } from '#boards/register.ts'
import { visibleReviewers } from '#boards/roll-up.ts'
import type { IdentifiedBoard } from '#boards/stored-board.ts'

/** What leaves: the board for others to review, the same with what was said of it, or one's own review. */
export type Share = 'board' | 'reviewed' | 'reply'

/**
 * The registers that a share carries, each as it is, so that merging them is the same as merging the board. Of a blind
 * board nobody's review leaves that `me` may not see. Looks that were taken off are carried as just that.
 */
export function sharedPart({ id, ...board }: Board, share: Share, me: string): IdentifiedBoard {
  const on = new Set(board.looks.map((look) => look.id))
  const reviewers = new Set(
    share === 'reply'
      ? [me]
      : share === 'board'
        ? []
        : visibleReviewers({ id, ...board }, me).map((reviewer) => reviewer.id),
  )
  // So that whoever opens it sees whose it is.
  const named = new Set(share === 'reply' ? [me] : [me, board.registers.get('made')?.by])
  const registers = new Map<string, Register>()
  for (const [key, register] of board.registers) {
    const parsed = parseKey(key)
    if (!parsed) continue
    const { kind, reviewer, looks } = parsed
    const carried =
      reviewer !== ''
        ? reviewers.has(reviewer) || (kind === 'who' && named.has(reviewer))
        : share === 'reply'
          ? kind === 'name'
          : kind === 'decision'
            ? share === 'reviewed'
            : kind === 'look' || kind === 'at'
              ? on.has(looks[0] ?? '')
              : true
    if (carried) registers.set(key, register)
  }
  return { id, registers }
}
