import { useMutation, useQueryClient } from '@tanstack/react-query'
import { heygenVideos, videoQueries } from '#queries/videos.ts'

/** Reads a video anew when it is asked to: its links may have expired since it was read last. */
export function useFreshVideo(id: string) {
  const client = useQueryClient()
  return useMutation({
    networkMode: 'always',
    mutationFn: async () => {
      const video = await heygenVideos.getVideo(id)
      client.setQueryData(videoQueries.detail(id).queryKey, video)
      return video
    },
  })
}
