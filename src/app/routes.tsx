import { createBrowserRouter, type RouteObject } from 'react-router'
import { CrashPage } from './crash-page.tsx'
import { loadPersonPage } from './load-person-page.ts'
import { LookCrash } from './look-crash.tsx'
import { Shell } from './shell.tsx'

/** The addresses of the app. Browse shows the list that is under all three of its own. */
export const routes: RouteObject[] = [
  {
    element: <Shell />,
    // Before the first list is loaded the bar alone stands; the list brings its own skeletons.
    hydrateFallbackElement: <></>,
    errorElement: <CrashPage />,
    children: [
      {
        errorElement: <CrashPage />,
        children: [
          {
            lazy: async () => ({ Component: (await import('./browse.tsx')).Browse }),
            // Browse itself shows what belongs to each.
            children: [
              { index: true, element: null },
              {
                // One up from the route: a route whose own code failed cannot show its boundary.
                errorElement: <LookCrash />,
                children: [
                  {
                    path: 'looks/:lookId',
                    lazy: async () => ({ Component: (await import('./look-route.tsx')).LookRoute }),
                  },
                ],
              },
              {
                path: 'people/:groupId',
                // Its code is there before the list makes room for it.
                lazy: async () => {
                  await loadPersonPage()
                  return { element: null }
                },
              },
              // The dialog itself stands in the shell, over every page.
              { path: 'create', element: null },
            ],
          },
          {
            path: 'renders/:renderId?',
            lazy: async () => ({ Component: (await import('./renders-route.tsx')).RendersRoute }),
          },
          {
            path: 'catalogue',
            lazy: async () => ({ Component: (await import('./insight-route.tsx')).InsightRoute }),
          },
          {
            path: '*',
            lazy: async () => ({ Component: (await import('./not-found-page.tsx')).NotFoundPage }),
          },
        ],
      },
    ],
  },
]

export const createAppRouter = () => createBrowserRouter(routes)
