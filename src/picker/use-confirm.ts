import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { selection } from '#gallery/selection/selection.ts'
import { pickerText } from '#messages/en-picker.ts'
import { describeError } from '#queries/describe-error.ts'
import { notify } from '#ui/notices.ts'
import type { PickerOptions } from './options.ts'
import { pickedLook } from './picked-look.ts'
import type { Session } from './session.ts'
import { readLooks, useChosen } from './use-chosen.ts'

/** The choice, and the ways to change it and to send it off. */
export function useConfirm({ multiple, min, max }: PickerOptions, session: Session) {
  const client = useQueryClient()
  const chosen = useChosen()
  const [sending, setSending] = useState(false)
  /** Another one was to be chosen, and there is no room. */
  const [full, setFull] = useState(false)
  const count = chosen.length
  if (full && count < max) setFull(false)

  async function send() {
    const ids = selection.read()
    if (ids.length < min) return
    setSending(true)
    try {
      const looks = await readLooks(client, ids)
      // Unless the choice was changed meanwhile.
      if (selection.read() === ids) session.pick(looks.map((look) => pickedLook(look, location.origin)))
    } catch (error) {
      notify({ title: pickerText.unread, description: describeError(error, navigator.onLine).title })
    }
    setSending(false)
  }
  const confirm = () => void send()

  return {
    chosen,
    sending,
    enough: count >= min,
    confirm,
    /** What a click on a card does: where one look is asked for, a second click on it says it all. */
    toggle: (id: string) => {
      if (!multiple && selection.has(id)) confirm()
      else setFull(!selection.toggle(id))
    },
    /** Chooses one look and sends it off. */
    take: (id: string) => {
      selection.add([id])
      confirm()
    },
    state: full ? pickerText.full(max) : pickerText.state(count, min, max),
  }
}
