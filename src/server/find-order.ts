import type { Listed, Listing, ListingName, SessionFacts } from './heygen-listings.ts'
import type { IntentRecord, Ledger } from './ledger.ts'

export interface FindOrder {
  ledger: Pick<Ledger, 'pending' | 'claimed' | 'doneLike'>
  /** What HeyGen has made since the oldest order that is looked for. */
  list: (of: ListingName) => Promise<Listing>
  session: (id: string) => Promise<SessionFacts>
}

/** `clean`: HeyGen has nothing that it could be. `unclear`: it has, or does not show enough. */
export type Verdict = { answer: object; resultId: string } | 'clean' | 'unclear'

/** How far HeyGen's clock may be from ours. */
const skew = 60_000
/** An attempt's own two minutes, and some. */
const longestAttempt = 150_000
/** Sessions that are read for one order, those made nearest to it; beyond them it stays in doubt. */
const mostSessions = 20

export const sinceOf = ({ firstSent, createdAt }: IntentRecord) => (firstSent ?? createdAt) - skew
const untilOf = ({ lastSent, createdAt }: IntentRecord) => (lastSent ?? createdAt) + longestAttempt + skew

const inTime = (order: IntentRecord, at: number | null) =>
  at === null || (at >= sinceOf(order) && at <= untilOf(order))

/** Whether this can be what the order made, by its time and, for a video, its title. */
const fits = (order: IntentRecord, { title, createdAt }: Listed) =>
  inTime(order, createdAt) &&
  (order.kind !== 'video' || order.facts.title === null || order.facts.title === title)

/** Where several orders could have made the same thing, only those that are alike may choose among them. */
function choose(order: IntentRecord, candidates: Listed[], { ledger }: FindOrder): Listed | undefined {
  const rivals = ledger
    .pending()
    .filter(({ id, kind }) => id !== order.id && kind === order.kind)
    .filter((other) => candidates.some((listed) => fits(other, listed)))
  const alike = rivals.every(({ state, hash }) => state === 'unknown' && hash === order.hash)
  return alike && candidates.length <= 1 + rivals.length ? candidates[0] : undefined
}

const unclaimed = (order: IntentRecord, { items }: Listing, { ledger }: FindOrder) =>
  items
    .filter((listed) => fits(order, listed))
    .filter(({ id }) => !ledger.claimed(order.kind === 'batch' ? 'video' : order.kind, id))
    .toReversed()

async function findVideo(order: IntentRecord, find: FindOrder): Promise<Verdict> {
  const listing = await find.list('videos')
  const candidates = unclaimed(order, listing, find)
  if (candidates.length === 0) return listing.whole ? 'clean' : 'unclear'
  // Nothing that is listed tells the id of a batch.
  const chosen = order.kind === 'batch' ? undefined : choose(order, candidates, find)
  if (!chosen) return 'unclear'
  return { answer: { data: { video_id: chosen.id, status: 'waiting' } }, resultId: chosen.id }
}

async function findSession(order: IntentRecord, find: FindOrder): Promise<Verdict> {
  const listing = await find.list('sessions')
  const candidates = unclaimed(order, listing, find)
  const sentAt = order.lastSent ?? order.createdAt
  const distance = ({ createdAt }: Listed) => Math.abs((createdAt ?? sentAt) - sentAt)
  const nearest = candidates
    .toSorted((left, right) => distance(left) - distance(right))
    .slice(0, mostSessions)
  const told = new Map<Listed, SessionFacts>()
  for (const listed of nearest) told.set(listed, await find.session(listed.id))
  const holds = (listed: Listed) =>
    told.get(listed)?.prompts.some(({ hash }) => hash === order.facts.prompt) === true
  const sending = find.ledger
    .pending()
    .some(
      ({ state, kind, facts }) =>
        state === 'sending' && kind === 'session' && facts.prompt === order.facts.prompt,
    )
  const mine = candidates.filter(holds)
  // The twin's own answer, which is on its way, may be this session.
  if (mine.length > 0 && sending) return 'unclear'
  const open = candidates.filter((listed) => told.get(listed)?.whole !== true)
  const chosen = mine[0] ?? choose(order, open, find)
  const answer = chosen && told.get(chosen)?.answer
  if (chosen && answer) return { answer, resultId: chosen.id }
  return open.length === 0 && listing.whole ? 'clean' : 'unclear'
}

async function findMessage(order: IntentRecord, find: FindOrder): Promise<Verdict> {
  const id = order.route.slice(order.route.lastIndexOf('/') + 1)
  const { prompts, whole } = await find.session(id)
  const found = prompts.filter(({ hash, at }) => hash === order.facts.prompt && inTime(order, at)).length
  if (found > find.ledger.doneLike(order, sinceOf(order)))
    return { answer: { data: { session_id: id, run_id: '' } }, resultId: id }
  return whole ? 'clean' : 'unclear'
}

/** Looks for an order in doubt among what HeyGen shows. Throws where HeyGen cannot be read. */
export async function findOrder(order: IntentRecord, find: FindOrder): Promise<Verdict> {
  if (order.kind === 'session') return findSession(order, find)
  return order.kind === 'message' ? findMessage(order, find) : findVideo(order, find)
}
