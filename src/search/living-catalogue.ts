import { createBook, type Book } from './catalogue-book.ts'
import type { CatalogueIndex } from './catalogue-index.ts'
import { placeOf, snapshotFor, takeSnapshot } from './follow-walk.ts'
import { createKeeper, type KeeperParts } from './keep-book.ts'
import type { CatalogueProgress } from './protocol.ts'
import { createRunner, type RunnerParts } from './run-walk.ts'
import { shareWalk, type Share, type ShareParts, type TabMessage } from './share-walk.ts'
import { expectedLooks } from './walk-gaps.ts'
import type { WalkStep } from './walk-step.ts'

export interface LivingParts
  extends
    Pick<ShareParts, 'locks' | 'openChannel' | 'account'>,
    Pick<KeeperParts, 'storage' | 'origin'>,
    Pick<RunnerParts, 'heygen' | 'publicOnly' | 'network'> {
  index: CatalogueIndex
  /** Answers may be others now. */
  onGrowth: () => void
  onProgress: () => void
}

/** The catalogue of one tab: opened from storage, walked by one tab for all, and the same in each. */
export interface LivingCatalogue {
  readonly book: Book
  readProgress(): CatalogueProgress
  readState(): CatalogueProgress['state']
  /** Resolves when what was kept can be searched; the walk comes after. */
  open(): Promise<void>
  walk(): void
  stop(): void
  /** Whether this tab is out of sight. */
  setHidden(hidden: boolean): void
  close(): void
}

export function createLivingCatalogue({
  index,
  locks,
  openChannel,
  account,
  storage,
  origin,
  onGrowth,
  onProgress,
  ...walkParts
}: LivingParts): LivingCatalogue {
  const book = createBook(index)
  const keeper = createKeeper({ book, storage, account, origin, onLost: onProgress })
  const runner = createRunner({ ...walkParts, book, take, onMood })
  /** Tabs that somebody sees. */
  const seen = new Set<string>()
  let share: Share | null = null
  let first = 0
  let hidden = false

  const leads = () => share !== null && !share.follows

  function readProgress(): CatalogueProgress {
    const { whole, missing, walkedAt } = book.record
    const { mood } = runner
    return {
      ...mood,
      looks: index.looks,
      people: index.people,
      expected: expectedLooks(book),
      whole,
      missing,
      walkedAt,
      kept: keeper.works || mood.state === 'opening',
    }
  }

  function take(step: WalkStep) {
    const grown = book.apply(step)
    const { line, seq } = book.record
    share?.post({ kind: 'step', line, seq, step })
    if (step.kind === 'end') void keeper.flush()
    else keeper.save()
    if (grown) onGrowth()
    onProgress()
  }

  function onMood() {
    if (leads()) {
      share?.post({ kind: 'progress', progress: readProgress() })
      if (runner.mood.state !== 'walking') void keeper.flush()
    }
    onProgress()
    // Whether more may come is part of an answer.
    onGrowth()
  }

  function hello() {
    if (!share?.follows) return
    const { tab } = share
    const { line, seq } = book.record
    share.post({ kind: 'hello', tab, line, seq })
    share.post({ kind: 'sight', tab, hidden })
  }

  function follow(message: TabMessage, tab: string) {
    if (message.kind === 'progress') runner.setMood(message.progress)
    else if (message.kind === 'snapshot' && message.to === tab) {
      takeSnapshot(book, message)
      onGrowth()
      onProgress()
    } else if (message.kind === 'step') {
      const place = placeOf(book, message)
      if (place === 'gap') hello()
      else if (place === 'next' && book.apply(message.step)) onGrowth()
      onProgress()
    }
  }

  function serve(message: TabMessage) {
    if (message.kind === 'hello') {
      share?.post({ kind: 'progress', progress: readProgress() })
      const snapshot = snapshotFor(book, message, first)
      if (snapshot) share?.post(snapshot)
    } else if (message.kind === 'wish') {
      if (message.wish === 'walk') runner.run()
      else runner.stop()
    } else if (message.kind === 'sight') {
      if (message.hidden) seen.delete(message.tab)
      else seen.add(message.tab)
      runner.setHidden(hidden && seen.size === 0)
    }
  }

  return {
    book,
    readProgress,
    readState: () => runner.mood.state,
    async open() {
      await keeper.open()
      first = book.record.seq
      const joined = shareWalk({
        locks,
        openChannel,
        account,
        onLead: () => runner.takeOver(),
        onMessage: (message) => (joined.follows ? follow(message, joined.tab) : serve(message)),
      })
      share = joined
      hello()
      onProgress()
      onGrowth()
    },
    walk() {
      if (share?.follows) share.post({ kind: 'wish', wish: 'walk' })
      // While it opens nobody knows yet what there is to walk.
      else if (share) runner.run()
    },
    stop() {
      if (share?.follows) share.post({ kind: 'wish', wish: 'stop' })
      else runner.stop()
    },
    setHidden(next) {
      hidden = next
      runner.setHidden(hidden && seen.size === 0)
      if (share?.follows) share.post({ kind: 'sight', tab: share.tab, hidden })
    },
    close() {
      runner.close()
      const written = leads() ? keeper.flush() : Promise.resolve()
      share?.leave()
      void written.then(() => keeper.close())
    },
  }
}
