import { queryOptions } from '@tanstack/react-query'
import { heygen } from './heygen.ts'

export const accountQueries = {
  me: () =>
    queryOptions({
      queryKey: ['account'],
      queryFn: ({ signal }) => heygen.getAccount({ signal }),
      staleTime: 60_000,
    }),
}
