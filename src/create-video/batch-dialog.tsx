import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Look } from '#heygen/schemas/look.ts'
import { batchText } from '#messages/en-batch.ts'
import { accountQueries } from '#queries/account.ts'
import { knownLook, lookQueries } from '#queries/looks.ts'
import { pageConfig } from '#queries/page-config.ts'
import { BatchForm, type PlaceBatch } from './batch-form.tsx'
import { DialogFrame, DialogHead } from './dialog-frame.tsx'
import { Placed, type PlacedOutcome } from './placed.tsx'

export interface BatchDialogProps {
  lookIds: readonly string[]
  place: PlaceBatch
  onClose: () => void
}

/** One script for several looks: a video with each. */
export function BatchDialog({ lookIds, place, onClose }: BatchDialogProps) {
  const client = useQueryClient()
  const [left, setLeft] = useState<ReadonlySet<string>>(
    () => new Set(lookIds.slice(0, pageConfig.batchLimit)),
  )
  const [placed, setPlaced] = useState<{ outcome: PlacedOutcome; count: number } | null>(null)
  const ids = [...left]
  const looks = useQueries({
    queries: ids.map((id) => ({
      ...lookQueries.detail(id),
      placeholderData: () => knownLook(client, id),
    })),
  })
  const found = looks.flatMap(({ data }): Look[] => (data ? [data] : []))
  const missing = ids.filter((_, index) => looks[index]?.error)
  const pending = looks.some((look) => look.isPending)
  return (
    <DialogFrame onClose={onClose}>
      <DialogHead about={batchText.about(found.length)} onClose={onClose} />
      {placed ? (
        <Placed outcome={placed.outcome} title={batchText.accepted(placed.count)} onClose={onClose} />
      ) : pending ? (
        <div role="status" aria-label={batchText.loading} className="min-h-0 flex-1" />
      ) : (
        <BatchForm
          looks={found}
          missing={missing}
          dropped={Math.max(0, lookIds.length - pageConfig.batchLimit)}
          place={place}
          onRemove={(id) => setLeft(new Set(ids.filter((other) => other !== id)))}
          onPlaced={(outcome, count) => {
            void client.invalidateQueries({ queryKey: accountQueries.me().queryKey })
            setPlaced({ outcome, count })
          }}
        />
      )}
    </DialogFrame>
  )
}
