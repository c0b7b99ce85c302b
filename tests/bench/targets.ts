export interface Target {
  name: string
  /** What the tables call it. */
  label: string
  kind: 'ours' | 'react' | 'limit' | 'floor'
  /** Where its page is on the bench's server. */
  path: string
}

/**
 * All draw the same cards from the same API; `limit` is what the browser costs without any library, `floor` what it
 * costs without a grid: it can only be loaded and scrolled.
 */
export const targets: readonly Target[] = [
  { name: 'lookbook', label: 'Lookbook', kind: 'ours', path: '/' },
  { name: 'plain', label: 'plain DOM', kind: 'limit', path: '/peers/plain.html' },
  { name: 'tanstack', label: 'TanStack Virtual', kind: 'react', path: '/peers/tanstack.html' },
  { name: 'masonic', label: 'masonic', kind: 'react', path: '/peers/masonic.html' },
  { name: 'virtuoso', label: 'react-virtuoso', kind: 'react', path: '/peers/virtuoso.html' },
  { name: 'virtua', label: 'virtua', kind: 'react', path: '/peers/virtua.html' },
  { name: 'every-card', label: 'every card', kind: 'react', path: '/peers/every-card.html' },
  { name: 'empty', label: 'empty page', kind: 'floor', path: '/peers/empty.html' },
]

/** What a page of kind `floor` is good for. */
export const floorStages = ['load', 'scroll']

/** What the measuring looks for in a page, the same in all of them. */
export const selectors = {
  /** A card that shows a look; one that is still on its way has no id. */
  card: '[data-card]',
  /** A cell that holds the place of a card on its way. */
  waiting: '[role=gridcell]:not([data-card])',
  link: ':scope > a',
  /** The look over the grid, or in its place. */
  detail: '[role=dialog]',
  /** A filter whose first look is not the first of all. */
  chip: 'button[aria-pressed]:has-text("Studio")',
} as const
