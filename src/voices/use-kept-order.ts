import { useState } from 'react'
import type { Voice } from '#heygen/schemas/voice.ts'
import { keepOrder, type VoiceFilters } from './find-voices.ts'

/**
 * The voices found, in their order; while `held`, in the one they were shown in, with what comes at the end, until
 * the filters are others. A page that arrives must not put another voice under the pointer, nor under Enter.
 */
export function useKeptOrder(found: Voice[], held: boolean, filters: VoiceFilters): Voice[] {
  const [shown, setShown] = useState({ found, filters, order: found })
  const same = shown.found === found && shown.filters === filters
  if (same && (held || shown.order === found)) return shown.order
  const order = held && shown.filters === filters ? keepOrder(shown.order, found) : found
  setShown({ found, filters, order })
  return order
}
