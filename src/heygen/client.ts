import * as z from 'zod/mini'
import { HeygenHttpError } from './errors.ts'
import type { MediaGuard } from './media-url.ts'
import { pageSchema, type Page } from './paging.ts'
import { createRequest, segment, type RequestOptions, type RequestSettings } from './request.ts'
import { accountSchema, type Account } from './schemas/account.ts'
import { groupSchema, type Group } from './schemas/group.ts'
import { lookSchema, type AvatarType, type Look, type Ownership } from './schemas/look.ts'
import { voiceSchema, type Voice } from './schemas/voice.ts'

/** `limit`: 1 to 50 a page (voices 100), HeyGen's default is 20; over it is a 400. `token`: a page's `next`. */
interface Paged {
  limit?: number | undefined
  token?: string | undefined
}

interface LooksQuery extends Paged {
  group_id?: string | undefined
  avatar_type?: AvatarType | undefined
  ownership?: Ownership | undefined
}

interface GroupsQuery extends Paged {
  ownership?: Ownership | undefined
}

interface VoicesQuery extends Paged {
  type?: Ownership | undefined
  engine?: string | undefined
  language?: string | undefined
  gender?: string | undefined
}

export interface HeygenSettings extends RequestSettings {
  /** What the page may load of the media URLs in answers; everything else reads as "no picture", "no clip". */
  media?: MediaGuard
}

type Signal = Pick<RequestOptions, 'signal'>

/** The v3 API, one method an endpoint. Every method throws the HeygenError family, and takes an AbortSignal. */
export interface Heygen {
  /** GET /v3/avatars/looks */
  listLooks(query: LooksQuery, options?: Signal): Promise<Page<Look>>
  /** GET /v3/avatars/looks/{look_id} */
  getLook(id: string, options?: Signal): Promise<Look>
  /** GET /v3/avatars */
  listGroups(query: GroupsQuery, options?: Signal): Promise<Page<Group>>
  /** GET /v3/avatars/{group_id} */
  getGroup(id: string, options?: Signal): Promise<Group>
  /** GET /v3/voices */
  listVoices(query: VoicesQuery, options?: Signal): Promise<Page<Voice>>
  /** GET /v3/voices/{voice_id}: answers for private and cloned voices too, which the list leaves out */
  getVoice(id: string, options?: Signal): Promise<Voice>
  /** GET /v3/users/me */
  getAccount(options?: Signal): Promise<Account>
}

const looksPage = pageSchema(lookSchema)
const groupsPage = pageSchema(groupSchema)
const voicesPage = pageSchema(voiceSchema)
const one = <T>(schema: z.ZodMiniType<T>) => z.object({ data: schema })
const oneLook = one(lookSchema)
const oneGroup = one(groupSchema)
const oneVoice = one(voiceSchema)
const oneAccount = one(accountSchema)

const refusesType = (error: unknown) =>
  error instanceof HeygenHttpError &&
  error.status === 400 &&
  (error.param === 'avatar_type' || error.message.includes('avatar_type'))

export function createHeygen({ media = (url) => url, ...settings }: HeygenSettings): Heygen {
  const request = createRequest(settings)
  /** Which of the two names for one type this server takes; learned from its first refusal. */
  let twin: 'digital_twin' | 'video_avatar' = 'digital_twin'

  const guard = <T extends { preview_image_url: string | null; preview_video_url: string | null }>(
    item: T,
  ): T => ({
    ...item,
    preview_image_url: media(item.preview_image_url),
    preview_video_url: media(item.preview_video_url),
  })
  const guardVoice = (voice: Voice): Voice => ({
    ...voice,
    preview_audio_url: media(voice.preview_audio_url),
  })

  async function listLooks({ avatar_type, ...query }: LooksQuery, options: Signal = {}): Promise<Page<Look>> {
    const ask = (type: string | undefined) =>
      request('/v3/avatars/looks', looksPage, { ...options, query: { ...query, avatar_type: type } })
    if (avatar_type !== 'digital_twin') return guardPage(await ask(avatar_type))
    const tried = twin
    try {
      return guardPage(await ask(tried))
    } catch (error) {
      if (!refusesType(error) || tried === 'video_avatar') throw error
      const page = await ask('video_avatar')
      twin = 'video_avatar'
      return guardPage(page)
    }
  }
  const guardPage = (page: Page<Look>) => ({ ...page, items: page.items.map(guard) })

  return {
    listLooks,
    async getLook(id, options) {
      return guard((await request(`/v3/avatars/looks/${segment(id)}`, oneLook, options)).data)
    },
    async listGroups(query, options) {
      const page = await request('/v3/avatars', groupsPage, { ...options, query: { ...query } })
      return { ...page, items: page.items.map(guard) }
    },
    async getGroup(id, options) {
      return guard((await request(`/v3/avatars/${segment(id)}`, oneGroup, options)).data)
    },
    async listVoices(query, options) {
      const page = await request('/v3/voices', voicesPage, { ...options, query: { ...query } })
      return { ...page, items: page.items.map(guardVoice) }
    },
    async getVoice(id, options) {
      return guardVoice((await request(`/v3/voices/${segment(id)}`, oneVoice, options)).data)
    },
    async getAccount(options) {
      return (await request('/v3/users/me', oneAccount, options)).data
    },
  }
}
