import { useQueryClient } from '@tanstack/react-query'
import { useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { adoptDraft } from '#create-video/draft-storage.ts'
import { lookQueries } from '#queries/looks.ts'
import type { Render } from '#renders/render.ts'
import { createTarget } from './create-address.ts'

/** Opens the create dialog with what a render was made from. */
export function useEditRender() {
  const client = useQueryClient()
  const location = useLocation()
  const navigate = useNavigate()
  const opening = useRef(false)
  return async ({ lookId, draft }: Render) => {
    // Two clicks while the look is read would open it twice.
    if (opening.current) return
    opening.current = true
    // Without the look the dialog opens all the same, and says what is the matter with it.
    const look = await client.ensureQueryData(lookQueries.detail(lookId)).catch(() => null)
    if (look) adoptDraft(look, draft)
    const { to, options } = createTarget(location, [lookId])
    await navigate(to, options)
    opening.current = false
  }
}
