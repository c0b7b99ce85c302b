import type { Intent } from '#queries/intents.ts'
import type { BatchOrder, Order } from '#queries/orders.ts'

/** The id in HeyGen's answer to an order, as the ledger keeps it; null where there is none yet. */
export function answeredId(route: (Order | BatchOrder)['route'], answer: Intent['answer']): string | null {
  if (route === '/v3/videos') return answer?.video_id || null
  return (route === '/v3/video-agents' ? answer?.session_id : answer?.batch_id) || null
}
