import { useEffect, useEffectEvent, useState } from 'react'
import type { Duel } from '#boards/board.ts'
import { looksAfter, type Pair } from './next-pair.ts'

/** In ms: the pair that is asked for now is drawn first. */
const pause = 150

/** The looks that the next pair may be of, whatever is said of this one, so that their pictures can be there by then. */
export function useUpcoming(
  players: readonly string[],
  duels: readonly Duel[],
  skipped: ReadonlySet<string>,
  pair: Pair | null,
): readonly string[] {
  const [upcoming, setUpcoming] = useState<readonly string[]>([])
  const find = useEffectEvent(() => setUpcoming(pair ? looksAfter(players, duels, skipped, pair) : []))
  const asked = JSON.stringify([pair, duels.length, [...skipped]])
  useEffect(() => {
    const timer = setTimeout(() => find(), pause)
    return () => clearTimeout(timer)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- `asked` stands for what is new with every drawing
  }, [asked])
  return upcoming
}
