import { queryOptions } from '@tanstack/react-query'
import { HeygenHttpError } from '#heygen/errors.ts'
import { walkPages } from '#heygen/paging.ts'
import type { Ownership } from '#heygen/schemas/look.ts'
import type { Voice } from '#heygen/schemas/voice.ts'
import { heygen } from './heygen.ts'

/** The most HeyGen gives at once. */
const pageSize = 100
const minute = 60_000

export interface AllVoices {
  /** The account's own first, then HeyGen's, newest first. */
  voices: Voice[]
  /** False while the walk goes on. */
  complete: boolean
  cut: boolean
  /** Entries that could not be read. */
  skipped: number
  /** HeyGen would not list the account's own voices; only public ones are here. */
  ownRefused: boolean
}

/** The plan, the key or the API has no private voices; everything else is worth trying again. */
const isRefusal = (error: unknown) =>
  error instanceof HeygenHttpError && (error.status === 400 || error.status === 403 || error.status === 404)

export const voiceQueries = {
  all: ['voices'] as const,

  /** Every voice, page after page; what has come so far can be shown while the rest is walked. */
  everyone: () =>
    queryOptions({
      queryKey: [...voiceQueries.all, 'everyone'],
      queryFn: async ({ signal, client, queryKey }): Promise<AllVoices> => {
        // A walk that begins again takes nothing away from what an earlier one has brought, until it is whole.
        const before = client.getQueryData<AllVoices>(queryKey)?.voices ?? []
        const found = new Map<string, Voice>()
        let cut = false
        let skipped = 0
        let ownRefused = false
        const walk = async (type: Ownership) => {
          const pages = walkPages((token) => heygen.listVoices({ type, limit: pageSize, token }, { signal }))
          for await (const page of pages) {
            for (const voice of page.items) {
              const known = found.get(voice.voice_id)
              // A voice in both listings stays the account's own.
              found.set(voice.voice_id, { ...voice, type: known?.type ?? voice.type ?? type })
            }
            cut ||= page.cut
            skipped += page.skipped
            const voices = [...found.values(), ...before.filter(({ voice_id }) => !found.has(voice_id))]
            client.setQueryData<AllVoices>(queryKey, { voices, complete: false, cut, skipped, ownRefused })
          }
        }
        try {
          await walk('private')
        } catch (error) {
          if (!isRefusal(error)) throw error
          ownRefused = true
        }
        await walk('public')
        return { voices: [...found.values()], complete: true, cut, skipped, ownRefused }
      },
      // A walk that was broken off is not fresh, however new what it brought is.
      staleTime: ({ state }) => (state.data?.complete ? 10 * minute : 0),
      structuralSharing: false,
    }),

  detail: (id: string) =>
    queryOptions({
      queryKey: [...voiceQueries.all, 'detail', id],
      queryFn: ({ signal }) => heygen.getVoice(id, { signal }),
      staleTime: 10 * minute,
    }),
}
