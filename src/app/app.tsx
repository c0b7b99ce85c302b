import { QueryClientProvider } from '@tanstack/react-query'
import { useState } from 'react'
import { RouterProvider } from 'react-router/dom'
import { createQueryClient } from './query-client.ts'
import { createAppRouter } from './routes.tsx'
// With the entry, not with the list: a style sheet of its own would hold the list's code back.
import '#gallery/grid.css'
import '#gallery/look-transition.css'
import '#ui/theme.css'

export function App() {
  const [client] = useState(createQueryClient)
  const [router] = useState(createAppRouter)
  return (
    <QueryClientProvider client={client}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  )
}
