import type { Failure } from './markers.ts'
import { queueWord, stageOf, type VideoRecord } from './video-record.ts'

/** An entry is a video, or why there is none. */
export type BatchItem = { video: VideoRecord } | { error: Failure }

export interface BatchRecord {
  id: string
  title: string | null
  /** Milliseconds. */
  created: number
  items: BatchItem[]
}

const itemWord = (item: BatchItem, at: number) => ('video' in item ? queueWord(item.video, at) : 'failed')

export function batchStage({ items }: BatchRecord, at: number): 'processing' | 'completed' | 'failed' {
  const stages = items.map((item) => ('video' in item ? stageOf(item.video, at) : 'failed'))
  if (stages.some((stage) => stage === 'pending' || stage === 'processing')) return 'processing'
  return stages.includes('completed') ? 'completed' : 'failed'
}

/** How many items stand at each status. */
export function countItems({ items }: BatchRecord, at: number): Record<string, number> {
  const groups = Map.groupBy(items, (item) => itemWord(item, at))
  return Object.fromEntries([...groups].map(([status, list]) => [status, list.length]))
}

export function itemAnswer(item: BatchItem, item_index: number, at: number) {
  const status = itemWord(item, at)
  if ('error' in item) return { item_index, status, video_id: null, error: item.error }
  return {
    item_index,
    status,
    video_id: item.video.id,
    error: status === 'failed' ? item.video.failure : null,
  }
}
