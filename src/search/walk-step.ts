import type { AvatarType, Ownership } from '#heygen/schemas/look.ts'
import type { IndexedGroup, IndexedLook } from './catalogue-index.ts'

/** whole: read to its end; cut: the server ended it early; broken: a page of it could not be read. */
export type ListingEnd = 'whole' | 'cut' | 'broken'

/** A listing as far as it is read. */
export interface ListingState {
  /** Cursor of the next page; null before the first. */
  next: string | null
  end: ListingEnd | null
  /** Rows that could not be understood. */
  skipped: number
}

export interface GroupsListing {
  kind: 'groups'
  ownership?: Ownership
}

/** Looks by the API's own filters. */
export interface LooksListing {
  kind: 'looks'
  ownership: Ownership
  type?: AvatarType
}

/** Everything of one person. */
export interface PersonListing {
  kind: 'person'
  id: string
}

export type Listing = GroupsListing | LooksListing | PersonListing

/** The name a listing's state is kept under. */
export function listingName(listing: Listing): string {
  if (listing.kind === 'person') return `person ${listing.id}`
  const { kind, ownership = 'all' } = listing
  return listing.kind === 'looks' && listing.type
    ? `${kind} ${ownership} ${listing.type}`
    : `${kind} ${ownership}`
}

/** What a walk finds out, in order. Every tab that applies the same steps knows the same catalogue. */
export type WalkStep =
  /** `at`: epoch milliseconds, which name the walk too. */
  | { kind: 'begin'; at: number }
  | { kind: 'groups'; listing: string; state: ListingState; groups: IndexedGroup[] }
  | { kind: 'looks'; listing: string; state: ListingState; looks: IndexedLook[] }
  | { kind: 'gone'; looks: string[]; groups: string[] }
  | { kind: 'end'; at: number; whole: boolean; missing: number }
