import type { Captions } from './captions.ts'
import type { Footage } from './clips.ts'
import type { Failure } from './markers.ts'

/** A render. Where it stands follows from the clock; nothing runs. Times are in milliseconds. */
export interface VideoRecord {
  id: string
  /** 1, 2, 3 in the order of their creation. */
  seq: number
  title: string | null
  created: number
  /** Later than `created` for a video of a batch that waits for a slot. */
  starts: number
  span: number
  /** When it was stopped. */
  halted: number | null
  /** What it ends with. */
  failure: Failure | null
  /** Length of the finished video. */
  seconds: number
  footage: Footage
  captions: Captions | null
  /** Made by an agent, whose session holds the slot. */
  session: string | null
}

export type VideoStage = 'pending' | 'processing' | 'completed' | 'failed'

export const endOf = ({ starts, span, halted }: VideoRecord) => halted ?? starts + span

export function stageOf(video: VideoRecord, at: number): VideoStage {
  if (at >= endOf(video)) return video.failure ? 'failed' : 'completed'
  return at < video.starts + video.span / 6 ? 'pending' : 'processing'
}

/** The same in the words of batches and of GET /v3/videos/statuses. */
export function queueWord(video: VideoRecord, at: number): string {
  const stage = stageOf(video, at)
  return stage === 'pending' ? 'queued' : stage
}
