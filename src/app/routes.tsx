import { createBrowserRouter, type RouteObject } from 'react-router'
import { CrashPage } from './crash-page.tsx'
import type { lateRoutes } from './late-routes.ts'
import { loadPersonPage } from './load-person-page.ts'
import { LookCrash } from './look-crash.tsx'
import { Bare, Shell } from './shell.tsx'

const late = (page: keyof typeof lateRoutes) => async () => ({
  Component: await (await import('./late-routes.ts')).lateRoutes[page](),
})

/** The addresses of the app. Browse shows the list that is under all three of its own. */
export const routes: RouteObject[] = [
  {
    // Other apps open it: nothing of the shell is there.
    element: <Bare />,
    hydrateFallbackElement: <></>,
    errorElement: <CrashPage />,
    children: [{ path: 'pick', lazy: late('pick') }],
  },
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
          { path: 'renders/:renderId?', lazy: late('renders') },
          { path: 'catalogue', lazy: late('catalogue') },
          { path: 'compare', lazy: late('compare') },
          { path: 'boards/:boardId?', lazy: late('boards') },
          { path: 'boards/:boardId/review', lazy: late('review') },
          { path: 'boards/:boardId/duels', lazy: late('duels') },
          { path: 'boards/:boardId/sheet', lazy: late('sheet') },
          { path: 'r', lazy: late('share') },
          { path: '*', lazy: late('notFound') },
        ],
      },
    ],
  },
]

export const createAppRouter = () => createBrowserRouter(routes)
