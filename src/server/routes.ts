export interface ReadRoute {
  /** Below /api here and below the base URL at HeyGen; `:id` is the only parameter. */
  template: string
  /** The query names it takes. */
  query: readonly string[]
  /** Milliseconds for which an answer is served again. */
  ttl: number
  /** With PUBLIC_READONLY: the query that holds a listing to public rows. */
  publicOnly?: Readonly<Record<string, string>>
  /** Says whose account this is; not there with PUBLIC_READONLY. */
  account?: true
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
  { template: '/v3/users/me', query: [], ttl: 10_000, account: true },
  { template: '/v3/video-agents/styles', query: ['tag', 'limit', 'token'], ttl: 10 * minute },
]
