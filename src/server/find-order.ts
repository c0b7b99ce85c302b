import {
  unwrapped,
  type Listed,
  type Listing,
  type ListingName,
  type SessionFacts,
} from './heygen-listings.ts'
import type { IntentRecord, Ledger } from './ledger.ts'

export interface FindOrder {
  ledger: Pick<Ledger, 'pending' | 'claimed' | 'doneLike'>
  /** What HeyGen has made since the oldest order that is looked for. */
  list: (of: ListingName) => Promise<Listing>
  session: (id: string) => Promise<SessionFacts>
}

/** `clean`: HeyGen has nothing that it could be. `unclear`: it has, or does not show enough. */
export type Verdict = { answer: object; resultId: string } | 'clean' | 'unclear'

const minute = 60_000
/** How far HeyGen's clock may be from ours, where time alone tells what an order made. */
const closely = minute
/** The same, where a title or a prompt tells it too. */
const roughly = 15 * minute
/** What is the order's by title or prompt and not by time leaves a doubt, if it is no further away. */
const day = 24 * 60 * minute
/** An attempt's own two minutes, and some. */
const longestAttempt = 150_000
/** Sessions that are read for one order, those made nearest to it; beyond them it stays in doubt. */
const mostSessions = 20
/** Characters by which a title is known that HeyGen cut or added to. */
const tellingTitle = 20

const firstOf = ({ firstSent, createdAt }: IntentRecord) => firstSent ?? createdAt
const lastOf = ({ lastSent, createdAt }: IntentRecord) => lastSent ?? createdAt

/** What was made before has nothing to do with the order. */
export const sinceOf = (order: IntentRecord) => firstOf(order) - day

const isWhole = (order: IntentRecord, { wholeSince }: Listing) => wholeSince <= sinceOf(order)

/** Whether what was made at `at` can be the order's, with clocks that are `apart` at most. */
const inTime = (order: IntentRecord, at: number | null, apart: number) =>
  at === null || (at >= firstOf(order) - apart && at <= lastOf(order) + longestAttempt + apart)

const timed = (order: IntentRecord, listed: Listed[], apart: number) =>
  listed.filter(({ createdAt }) => inTime(order, createdAt, apart))

const titleOf = ({ title }: { title: string | null }) => unwrapped(title ?? '')

/** Whether this can be what the order made, by its time and, for a video, its title. */
function fits(order: IntentRecord, listed: Listed): boolean {
  const ours = titleOf(order.facts)
  return inTime(order, listed.createdAt, roughly) && (ours === '' || ours === titleOf(listed))
}

/** Where several orders could have made the same thing, only those that are alike may choose among them. */
function choose(order: IntentRecord, candidates: Listed[], { ledger }: FindOrder): Listed | undefined {
  const rivals = ledger
    .pending()
    .filter(({ id, kind }) => id !== order.id && kind === order.kind)
    .filter((other) => candidates.some((listed) => fits(other, listed)))
  const alike = rivals.every(({ state, hash }) => state === 'unknown' && hash === order.hash)
  return alike && candidates.length <= 1 + rivals.length ? candidates[0] : undefined
}

/** Of a day around the order and nobody's yet, oldest first. */
const unclaimed = (order: IntentRecord, { items }: Listing, { ledger }: FindOrder) =>
  timed(order, items, day)
    .filter(({ id }) => !ledger.claimed(order.kind, id))
    .toReversed()

async function findVideo(order: IntentRecord, find: FindOrder): Promise<Verdict> {
  const listing = await find.list('videos')
  const videos = unclaimed(order, listing, find)
  const ours = titleOf(order.facts)
  const named = ours === '' ? [] : videos.filter((video) => titleOf(video) === ours)
  const close = timed(order, ours === '' ? videos : named, closely)
  const chosen = choose(order, close.length > 0 ? close : timed(order, named, roughly), find)
  if (chosen) return { answer: { data: { video_id: chosen.id, status: 'waiting' } }, resultId: chosen.id }
  const like = timed(order, videos, roughly).filter((video) => {
    const theirs = titleOf(video)
    return theirs === '' || theirs.startsWith(ours.slice(0, tellingTitle))
  })
  return named.length === 0 && like.length === 0 && isWhole(order, listing) ? 'clean' : 'unclear'
}

async function findSession(order: IntentRecord, find: FindOrder): Promise<Verdict> {
  const listing = await find.list('sessions')
  const sessions = unclaimed(order, listing, find)
  const near = timed(order, sessions, roughly)
  const sentAt = lastOf(order)
  const distance = ({ createdAt }: Listed) => Math.abs((createdAt ?? sentAt) - sentAt)
  const told = new Map<Listed, SessionFacts>()
  const read = async (among: Listed[]) => {
    const nearest = among.toSorted((left, right) => distance(left) - distance(right))
    for (const listed of nearest.slice(0, mostSessions - told.size))
      told.set(listed, await find.session(listed.id))
  }
  const holds = (listed: Listed) =>
    told.get(listed)?.prompts.some(({ hash }) => hash === order.facts.prompt) === true
  await read(near)
  const sending = find.ledger
    .pending()
    .some(
      ({ state, kind, facts }) =>
        state === 'sending' && kind === 'session' && facts.prompt === order.facts.prompt,
    )
  const mine = near.filter(holds)
  // The twin's own answer, which is on its way, may be this session.
  if (mine.length > 0 && sending) return 'unclear'
  const open = near.filter((listed) => told.get(listed)?.whole !== true)
  const chosen = timed(order, mine, closely)[0] ?? mine[0] ?? choose(order, timed(order, open, closely), find)
  const answer = chosen && told.get(chosen)?.answer
  if (chosen && answer) return { answer, resultId: chosen.id }
  if (open.length > 0 || !isWhole(order, listing)) return 'unclear'
  await read(sessions.filter((listed) => !near.includes(listed)))
  return sessions.some(holds) ? 'unclear' : 'clean'
}

async function findMessage(order: IntentRecord, find: FindOrder): Promise<Verdict> {
  const id = order.route.slice(order.route.lastIndexOf('/') + 1)
  const { prompts, whole } = await find.session(id)
  /** Whether it was written more often in that time than other orders account for. */
  const more = (apart: number) =>
    prompts.filter(({ hash, at }) => hash === order.facts.prompt && inTime(order, at, apart)).length >
    find.ledger.doneLike(order, firstOf(order) - apart)
  const soon = more(roughly)
  const today = more(day)
  if (soon && today) return { answer: { data: { session_id: id, run_id: '' } }, resultId: id }
  return soon || today || !whole ? 'unclear' : 'clean'
}

/** Looks for an order in doubt among what HeyGen shows. Throws where HeyGen cannot be read. */
export async function findOrder(order: IntentRecord, find: FindOrder): Promise<Verdict> {
  if (order.kind === 'session') return findSession(order, find)
  if (order.kind === 'message') return findMessage(order, find)
  // Nothing that is listed tells the id of a batch, nor that there is none.
  return order.kind === 'batch' ? 'unclear' : findVideo(order, find)
}
