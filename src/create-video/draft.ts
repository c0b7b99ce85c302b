import type { AspectRatio, Engine, Expressiveness, Resolution } from '#heygen/schemas/video-choices.ts'

export type Background =
  | { kind: 'filmed' }
  | { kind: 'remove' }
  | { kind: 'color'; value: string }
  | { kind: 'image'; url: string }

/** What a person has chosen for one look, whether it can be sent or not. Kept as it is while they change their mind. */
export interface Draft {
  /** Script: POST /v3/videos. Prompt: POST /v3/video-agents. */
  way: 'script' | 'prompt'
  script: string
  title: string
  /** Null: the look's default voice speaks. */
  voiceId: string | null
  /** Null: the best that the look lists. */
  engine: Engine | null
  resolution: Resolution
  aspectRatio: AspectRatio
  fit: 'cover' | 'contain'
  background: Background
  format: 'mp4' | 'webm'
  motionPrompt: string
  /** Null: HeyGen's own default. */
  expressiveness: Expressiveness | null
  captions: 'off' | 'file' | 'burned'
  /** 0.5 to 1.5. */
  speed: number
  /** -50 to 50. */
  pitch: number
  /** 0 to 1. */
  volume: number
  prompt: string
  styleId: string | null
  /** Null: the agent chooses. */
  orientation: 'landscape' | 'portrait' | null
}

export const emptyDraft: Draft = {
  way: 'script',
  script: '',
  title: '',
  voiceId: null,
  engine: null,
  resolution: '1080p',
  aspectRatio: '16:9',
  fit: 'cover',
  background: { kind: 'filmed' },
  format: 'mp4',
  motionPrompt: '',
  expressiveness: null,
  captions: 'off',
  speed: 1,
  pitch: 0,
  volume: 1,
  prompt: '',
  styleId: null,
  orientation: null,
}
