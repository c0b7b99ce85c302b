import { queryOptions } from '@tanstack/react-query'
import { heygen } from './heygen.ts'

export const voiceQueries = {
  detail: (id: string) =>
    queryOptions({
      queryKey: ['voices', 'detail', id],
      queryFn: ({ signal }) => heygen.getVoice(id, { signal }),
      staleTime: 10 * 60_000,
    }),
}
