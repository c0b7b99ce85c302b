export interface ReadRoute {
  /** Below /api here and below the base URL at HeyGen; `:id` is the only parameter. */
  template: string
  /** The query names it takes. */
  query: readonly string[]
  /** Milliseconds for which an answer is served again; 0 for what changes while one looks. */
  ttl: number
  /** Characters that a value may have, where it is a list. */
  longest?: number
  /** With PUBLIC_READONLY: the query that holds a listing to public rows. */
  publicOnly?: Readonly<Record<string, string>>
  /** Says whose account this is; not there with PUBLIC_READONLY. */
  account?: true
  /** What of `data` the page gets, where that is not all of it. */
  fields?: readonly string[]
}

const minute = 60_000

/** All that exists upstream as far as a page can tell; what is not here cannot be reached. */
export const readRoutes: readonly ReadRoute[] = [
  {
    template: '/v3/avatars/looks',
    query: ['group_id', 'avatar_type', 'ownership', 'limit', 'token'],
    ttl: minute,
    publicOnly: { ownership: 'public' },
  },
  { template: '/v3/avatars/looks/:id', query: [], ttl: minute },
  {
    template: '/v3/avatars',
    query: ['ownership', 'limit', 'token'],
    ttl: minute,
    publicOnly: { ownership: 'public' },
  },
  { template: '/v3/avatars/:id', query: [], ttl: minute },
  {
    template: '/v3/voices',
    query: ['type', 'engine', 'language', 'gender', 'limit', 'token'],
    ttl: minute,
    publicOnly: { type: 'public' },
  },
  { template: '/v3/voices/:id', query: [], ttl: minute },
  {
    template: '/v3/users/me',
    query: [],
    ttl: 10_000,
    account: true,
    // A shared Lookbook shows everybody the account, and nobody needs more of its owner than this.
    // What HeyGen documents of it; what it adds beside that stays here.
    fields: [
      'username',
      'email',
      'first_name',
      'last_name',
      'billing_type',
      'wallet',
      'subscription',
      'usage_based',
    ],
  },
  { template: '/v3/video-agents/styles', query: ['tag', 'limit', 'token'], ttl: 10 * minute },
  { template: '/v3/video-agents', query: ['limit', 'token'], ttl: 0, account: true },
  { template: '/v3/video-agents/:id', query: [], ttl: 0, account: true },
  { template: '/v3/video-agents/:id/videos', query: [], ttl: 0, account: true },
  { template: '/v3/videos', query: ['limit', 'token', 'folder_id', 'title'], ttl: 0, account: true },
  {
    template: '/v3/videos/statuses',
    query: ['video_ids', 'batch_ids'],
    ttl: 0,
    // The whole target ends at 4 KiB: a hundred ids of 36 characters.
    longest: 4096,
    account: true,
  },
  { template: '/v3/videos/batches/:id', query: ['limit', 'token'], ttl: 0, account: true },
  { template: '/v3/videos/:id', query: [], ttl: 0, account: true },
]

/** "~" comes after every letter. */
const rank = (template: string) => template.replaceAll(':', '~')

/**
 * Routes of one template together, words before `:id`, since the first that fits answers: `statuses` must not be
 * read as an id.
 */
export const byTemplate = <R extends { template: string }>(routes: readonly R[]): [string, R[]][] => {
  return [...Map.groupBy(routes, ({ template }) => template)].toSorted(([left], [right]) =>
    rank(left) < rank(right) ? -1 : 1,
  )
}
