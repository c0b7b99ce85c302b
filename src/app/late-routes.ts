import '#ui/whole.css'
import type { ComponentType } from 'react'

/**
 * The pages beside the list. A step of its own: what each of them shares with others, file by file, would else be listed in
 * the entry, which everyone loads.
 */
export const lateRoutes = {
  renders: async () => (await import('./renders-route.tsx')).RendersRoute,
  catalogue: async () => (await import('./insight-route.tsx')).InsightRoute,
  compare: async () => (await import('./compare-route.tsx')).CompareRoute,
  boards: async () => (await import('./boards-route.tsx')).BoardsRoute,
  review: async () => (await import('./review-route.tsx')).ReviewRoute,
  duels: async () => (await import('./duels-route.tsx')).DuelsRoute,
  sheet: async () => (await import('./sheet-route.tsx')).SheetRoute,
  share: async () => (await import('./share-route.tsx')).ShareRoute,
  pick: async () => (await import('./pick-route.tsx')).PickRoute,
  notFound: async () => (await import('./not-found-page.tsx')).NotFoundPage,
} satisfies Record<string, () => Promise<ComponentType>>
