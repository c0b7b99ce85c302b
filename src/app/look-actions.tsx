import { useQueryClient } from '@tanstack/react-query'
import { useLocation } from 'react-router'
import { AddToBoard } from '#boards/add-to-board.tsx'
import type { Look } from '#heygen/schemas/look.ts'
import { CreateButton } from './create-button.tsx'
import { noteLooks } from './look-notes.ts'

/** What can be done with a look, at the foot of its panel. */
export function LookActions({ look }: { look: Look }) {
  const client = useQueryClient()
  const { search } = useLocation()
  return (
    <>
      <CreateButton look={look} />
      <AddToBoard lookIds={[look.id]} notesOf={(ids) => noteLooks(client, ids, search)} className="flex-1" />
    </>
  )
}
