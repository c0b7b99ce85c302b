import { useRef } from 'react'
import { useLocation, useNavigate } from 'react-router'
import { partFailed } from '#gallery/part-failed.ts'
import { usePart } from '#ui/use-part.ts'
import { createLookIds, isOverPage } from './create-address.ts'
import { loadBatch, loadCreate } from './load-create.ts'

/** The create dialog over whatever page it was opened on; its code comes when it is first needed. */
export function CreateLayer() {
  const location = useLocation()
  const navigate = useNavigate()
  const lookIds = createLookIds(location)
  const [lookId] = lookIds ?? []
  const several = lookIds !== null && lookIds.length > 1
  // A key pressed twice, or a key and a click, close it once: the history goes back only when it gets to it.
  const left = useRef('')
  function close() {
    if (left.current === location.key) return
    left.current = location.key
    if (isOverPage(location)) void navigate(-1)
    else void navigate('/', { replace: true })
  }
  function failed() {
    partFailed()
    close()
  }
  const { Part: CreatePart } = usePart(loadCreate, lookId !== undefined && !several, failed)
  const { Part: BatchPart } = usePart(loadBatch, several, failed)
  if (lookId === undefined) return null
  if (several) return BatchPart && <BatchPart key={location.key} lookIds={lookIds} onClose={close} />
  return CreatePart && <CreatePart key={lookId} lookId={lookId} onClose={close} />
}
