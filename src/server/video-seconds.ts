import type { BatchRequest, VideoRequest } from '#heygen/schemas/video-request.ts'
import { spokenWords } from '#heygen/spoken-words.ts'
import { Failure } from './failure.ts'

type StudioScene = Extract<VideoRequest, { type: 'studio' }>['scenes'][number]

interface Speech {
  script?: string | null | undefined
  voice_settings?: { speed?: number | undefined } | null | undefined
}

/** At 150 words a minute; sound that is sent ready-made has a length that is not known here. */
function spoken({ script, voice_settings }: Speech): number {
  return ((spokenWords(script ?? '') / 150) * 60) / (voice_settings?.speed ?? 1)
}

const longestCinematic = 15

function sceneSeconds(scene: StudioScene): number {
  if (scene.type === 'avatar_video') return spoken(scene.input)
  return scene.type === 'image' ? spoken(scene) || (scene.duration ?? 0) : 0
}

/** How long a video will be, about. */
function secondsOf(video: VideoRequest): number {
  if (video.type === 'cinematic_avatar') return video.duration ?? longestCinematic
  if (video.type !== 'studio') return spoken(video)
  return video.scenes.reduce((seconds, scene) => seconds + sceneSeconds(scene), 0)
}

/** Refuses a video that would be longer than `most` seconds, each one of a batch by itself. */
export function checkSeconds(body: VideoRequest | BatchRequest, most: number): void {
  const videos = 'videos' in body ? body.videos : [body]
  for (const [index, video] of videos.entries()) {
    if (secondsOf(video) <= most) continue
    const field = video.type === 'studio' ? 'scenes' : 'script'
    throw new Failure(
      422,
      'video_too_long',
      `The video would be longer than the ${most} seconds that this Lookbook allows (MAX_VIDEO_SECONDS).`,
      { param: 'videos' in body ? `videos.${index}.${field}` : field },
    )
  }
}
