import type { AvatarType } from '#heygen/schemas/look.ts'
import type { Catalogue } from './catalogue.ts'
import type { GroupRecord, LookRecord, VoiceRecord } from './records.ts'
import type { StyleRecord } from './styles.ts'
import { endOf, stageOf, type VideoRecord } from './video-record.ts'

/** What the digital twin is called, in filters and in answers. */
export type Dialect = 'digital_twin' | 'video_avatar'

export interface AnswerSettings {
  mediaBase: string
  dialect: Dialect
}

const unix = (ms: number) => Math.floor(ms / 1000)

/** The records as the API words them. */
export function createAnswers({ mediaBase, dialect }: AnswerSettings) {
  const url = (path: string | null) => (path === null || path.includes(':') ? path : `${mediaBase}/${path}`)
  const wordType = (type: AvatarType) => (type === 'digital_twin' ? dialect : type)

  return {
    /** Where the sandbox itself gives out the caption files, a path in Hono's words. */
    captionsPath: `${new URL(mediaBase, 'https://sandbox.invalid').pathname}/captions/:file` as const,
    look: ({ own: _own, picture, clip, avatar_type, ...look }: LookRecord) => ({
      ...look,
      avatar_type: wordType(avatar_type),
      preview_image_url: url(picture),
      preview_video_url: url(clip),
    }),
    group: ({ own: _own, ...group }: GroupRecord, catalogue: Catalogue) => {
      const looks = catalogue.looksOf(group.id)
      const cover = looks.find((look) => look.picture !== null)
      return {
        ...group,
        looks_count: looks.length,
        preview_image_url: url(cover?.picture ?? null),
        preview_video_url: url(cover?.clip ?? null),
        error: null,
      }
    },
    listedVoice: ({ engines: _engines, created_at: _created, sample, ...voice }: VoiceRecord) => ({
      ...voice,
      preview_audio_url: url(sample),
    }),
    voice: ({ engines: _engines, type: _type, support_locale: _locale, sample, ...voice }: VoiceRecord) => ({
      ...voice,
      support_interactive_avatar: false,
      preview_audio_url: url(sample),
      status: 'complete',
      failure_message: null,
    }),
    style: ({ media, ...style }: StyleRecord) => ({
      ...style,
      thumbnail_url: url(media && `looks/${media}.webp`),
      preview_video_url: url(media && `looks/${media}.mp4`),
    }),
    video: (video: VideoRecord, at: number) => {
      const status = stageOf(video, at)
      const { footage, captions } = video
      const done = status === 'completed'
      const failure = status === 'failed' ? video.failure : null
      return {
        id: video.id,
        status,
        title: video.title,
        video_url: url(done ? footage.video : null),
        captioned_video_url: url(done && captions?.burned ? footage.video : null),
        subtitle_url: url(done && captions ? `captions/${video.id}.srt` : null),
        thumbnail_url: url(done ? footage.picture : null),
        gif_url: null,
        video_page_url: null,
        folder_id: null,
        output_language: null,
        failure_code: failure?.code ?? null,
        failure_message: failure?.message ?? null,
        duration: done ? video.seconds : null,
        created_at: unix(video.created),
        completed_at: done ? unix(endOf(video)) : null,
      }
    },
  }
}
