import { useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { text } from '#messages/en.ts'
import { notify } from '#ui/notices.ts'
import { usePart } from '#ui/use-part.ts'
import { createLookId, isOverPage } from './create-address.ts'
import { loadCreate } from './load-create.ts'

/** The create dialog over whatever page it was opened on; its code comes when it is first needed. */
export function CreateLayer() {
  const location = useLocation()
  const navigate = useNavigate()
  const lookId = createLookId(location)
  // A key pressed twice, or a key and a click, close it once: the history goes back only when it gets to it.
  const left = useRef('')
  function close() {
    if (left.current === location.key) return
    left.current = location.key
    if (isOverPage(location)) void navigate(-1)
    else void navigate('/', { replace: true })
  }
  const { Part: CreatePart } = usePart(loadCreate, lookId !== null, () => {
    notify({ title: text.app.partFailed, description: text.app.partFailedHint })
    close()
  })
  return CreatePart && lookId !== null && <CreatePart key={lookId} lookId={lookId} onClose={close} />
}
