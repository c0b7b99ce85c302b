import type { Look } from '#heygen/schemas/look.ts'
import type {
  CatalogueChanges,
  CatalogueProgress,
  ListedLook,
  ListedPerson,
  PersonCount,
  SearchAnswer,
  WatchOptions,
} from './protocol.ts'
import type { FacetName, SearchQuery } from './query.ts'

/** What the index cannot find out where it runs: a worker has no page. */
export interface IndexSettings {
  /** What stands before `/v3`. */
  baseUrl: string
  /** The page's address, for links that are relative and for what is our own. */
  pageUrl: string
  /** As in `createMediaGuard`. */
  mediaHosts: string[]
  /** Names the catalogue. */
  account: string
  publicOnly: boolean
}

/** What is asked once and answered once. */
export type IndexCall =
  | { name: 'looks' | 'people'; watch: number; from: number; to: number }
  | { name: 'findPeople'; query: SearchQuery; typed: string; limit: number }
  | { name: 'suggest'; typed: string; limit: number }
  | { name: 'byId'; ids: string[] }
  | { name: 'ids'; query: SearchQuery }
  | { name: 'countAmong'; query: SearchQuery; ids: string[] }
  | { name: 'cross'; query: SearchQuery; facets: [FacetName, FacetName] }
  | { name: 'changes' }

export type CallResult =
  | { name: 'looks'; value: ListedLook[] }
  | { name: 'people'; value: ListedPerson[] }
  | { name: 'findPeople'; value: PersonCount[] }
  | { name: 'suggest'; value: { looks: Look[]; people: PersonCount[] } }
  | { name: 'byId'; value: (Look | undefined)[] }
  | { name: 'ids'; value: string[] }
  | { name: 'countAmong'; value: number }
  | { name: 'cross'; value: { values: [string, string]; count: number }[] }
  | { name: 'changes'; value: CatalogueChanges }

/** From the page to the index. */
export type ToIndex =
  | { kind: 'start'; settings: IndexSettings; headers: Record<string, string>; hidden: boolean }
  | { kind: 'headers'; headers: Record<string, string> }
  | { kind: 'sight'; hidden: boolean }
  | { kind: 'walk' }
  | { kind: 'stop' }
  | { kind: 'watch'; watch: number; query: SearchQuery; options: WatchOptions }
  | { kind: 'unwatch'; watch: number }
  | { kind: 'call'; id: number; call: IndexCall }
  /** What the page was asked to fetch; null where there is no answer. */
  | {
      kind: 'fetched'
      id: number
      answer: { status: number; headers: Record<string, string>; body: string } | null
    }

/** From the index to the page. */
export type FromIndex =
  /** It runs; a worker that cannot be loaded never says so. */
  | { kind: 'ready' }
  | { kind: 'progress'; progress: CatalogueProgress }
  | { kind: 'answer'; watch: number; answer: SearchAnswer }
  | { kind: 'result'; id: number; result: CallResult }
  | { kind: 'failed'; id: number; message: string }
  /** In the static demo only. */
  | { kind: 'fetch'; id: number; url: string; headers: Record<string, string> }
