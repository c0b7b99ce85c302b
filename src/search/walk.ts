import type { Heygen } from '#heygen/client.ts'
import { HeygenHttpError } from '#heygen/errors.ts'
import type { Page } from '#heygen/paging.ts'
import { avatarTypes, ownerships, type Ownership } from '#heygen/schemas/look.ts'
import { createAsk, WalkHalted } from './ask-page.ts'
import type { Book } from './catalogue-book.ts'
import { readListing } from './read-listing.ts'
import { findGone, judgeWalk, peopleToWalk } from './walk-gaps.ts'
import type { Pace } from './walk-pace.ts'
import {
  listingName,
  type GroupsListing,
  type LooksListing,
  type PersonListing,
  type WalkStep,
} from './walk-step.ts'

export interface WalkParts {
  heygen: Pick<Heygen, 'listGroups' | 'listLooks' | 'getGroup'>
  book: Book
  /** Takes each step, and has applied it to the book when it returns. */
  take: (step: WalkStep) => void
  pace: Pace
  /** The server gives public looks only. */
  publicOnly: boolean
  signal: AbortSignal
}

/** Listings read side by side; the pace lets no more requests through anyway. */
const lanes = 2
/** Rows past which HeyGen is said to refuse a listing's cursors. */
const windowRows = 10_000

async function inLanes<T>(items: readonly T[], read: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values()
  const lane = async () => {
    for (const item of queue) await read(item)
  }
  const ends = await Promise.allSettled(Array.from({ length: lanes }, lane))
  for (const end of ends) if (end.status === 'rejected') throw end.reason
}

/**
 * Walks the whole catalogue: people, then looks by ownership and type, then, one by one, the people of whom those
 * listings left something out. Takes up a walk that the book holds half done. Throws a WalkHalted where it cannot
 * go on, or the signal's reason; what was found until then has been taken.
 */
export async function walkCatalogue({
  heygen,
  book,
  take,
  pace,
  publicOnly,
  signal,
}: WalkParts): Promise<void> {
  // One lane that halts takes the other with it.
  const halt = new AbortController()
  const either = AbortSignal.any([signal, halt.signal])
  const options = { signal: either }
  const ask = createAsk(pace, either)
  const stateOf = (name: string) => book.record.walk?.listings.get(name)

  async function guarded(work: Promise<void>) {
    try {
      await work
    } catch (error) {
      halt.abort(error)
      signal.throwIfAborted()
      throw halt.signal.reason
    }
  }

  async function read<T>(
    listing: string,
    fetchPage: (token: string | undefined, limit: number) => Promise<Page<T>>,
    onPage: Parameters<typeof readListing<T>>[2],
  ) {
    const state = stateOf(listing)
    if (state?.end) return
    await guarded(readListing((token, limit) => ask(() => fetchPage(token, limit)), state, onPage, either))
  }

  const knownOwn = (id: string) => book.index.group(id)?.own ?? false

  function readGroups({ ownership }: GroupsListing) {
    const listing = listingName({ kind: 'groups', ...(ownership ? { ownership } : {}) })
    const own = ownership === 'private'
    return read(
      listing,
      (token, limit) => heygen.listGroups({ ownership, limit, token }, options),
      (items, state) => {
        const groups = items.map((group) => ({ group, own: ownership ? own : knownOwn(group.id) }))
        take({ kind: 'groups', listing, state, groups })
      },
    )
  }

  function readLooks({ ownership, type }: LooksListing) {
    const listing = listingName({ kind: 'looks', ownership, ...(type ? { type } : {}) })
    return read(
      listing,
      (token, limit) => heygen.listLooks({ ownership, avatar_type: type, limit, token }, options),
      (items, state) => {
        const looks = items.map((look) => ({ look, own: ownership === 'private' }))
        take({ kind: 'looks', listing, state, looks })
      },
    )
  }

  /** A person that no listing of people named: of a look, they are known by their id. */
  async function meet(id: string) {
    try {
      const group = await ask(() => heygen.getGroup(id, options))
      const state = { next: null, end: 'whole', skipped: 0 } as const
      take({ kind: 'groups', listing: `group ${id}`, state, groups: [{ group, own: false }] })
    } catch (error) {
      either.throwIfAborted()
      // Their looks are shown without them.
      if (error instanceof WalkHalted) throw error
    }
  }

  async function readPerson({ id }: PersonListing) {
    const listing = listingName({ kind: 'person', id })
    if (!book.index.group(id)) await guarded(meet(id))
    const own = knownOwn(id)
    await read(
      listing,
      async (token, limit) => {
        try {
          return await heygen.listLooks({ group_id: id, limit, token }, options)
        } catch (error) {
          // A person whose last look was deleted.
          if (error instanceof HeygenHttpError && error.status === 404)
            return { items: [], skipped: 0, next: null, cut: false }
          throw error
        }
      },
      (items, state) => {
        const looks = items.map((look) => ({ look, own: own || (book.index.look(look.id)?.own ?? false) }))
        take({ kind: 'looks', listing, state, looks })
      },
    )
  }

  /** By type only where one listing would not hold them all: types that are new to us have no filter. */
  function looksListings(): LooksListing[] {
    const counts = { public: 0, private: 0 }
    for (const { group, own } of book.index.everyGroup())
      counts[own ? 'private' : 'public'] += group.looks_count ?? windowRows
    const split = (ownership: Ownership): LooksListing[] =>
      counts[ownership] <= windowRows
        ? [{ kind: 'looks', ownership }]
        : avatarTypes.toReversed().map((type) => ({ kind: 'looks', ownership, type }))
    return publicOnly ? split('public') : ownerships.toReversed().flatMap(split)
  }

  if (!book.record.walk) take({ kind: 'begin', at: Date.now() })
  const groups: GroupsListing[] = publicOnly
    ? [{ kind: 'groups', ownership: 'public' }]
    : [{ kind: 'groups' }, { kind: 'groups', ownership: 'private' }]
  for (const listing of groups) await readGroups(listing)
  await inLanes(looksListings(), readLooks)
  await inLanes(peopleToWalk(book), (id) => readPerson({ kind: 'person', id }))

  const gone = findGone(book)
  if (gone.looks.length + gone.groups.length > 0) take({ kind: 'gone', ...gone })
  take({ kind: 'end', at: Date.now(), ...judgeWalk(book) })
}
