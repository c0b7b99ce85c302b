import type { RefObject } from 'react'
import { rendersText } from '#messages/en-renders.ts'
import { Button } from '#ui/button.tsx'
import { isStopped, nextCheck, resumed } from './follow.ts'
import { KeepFocus } from './keep-focus.tsx'
import type { Render } from './render.ts'
import { rendersStore } from './store.ts'
import { useNow } from './use-now.ts'
import { useWatchStatus } from './watch-status.ts'

interface NextCheckProps {
  renders: readonly Render[]
  /** Takes the focus when the button that resumed is gone. */
  heading: RefObject<HTMLElement | null>
}

/** When Lookbook asks HeyGen again, and the way to have it ask on. Not a live region: it changes each second. */
export function NextCheck({ renders, heading }: NextCheckProps) {
  const { checking, failedAt } = useWatchStatus()
  const next = nextCheck(renders)
  const now = useNow(next !== null)
  const stopped = renders.filter(isStopped)
  const seconds = next === null ? 0 : Math.ceil((next - now) / 1000)
  function resume() {
    rendersStore.update(new Map(stopped.map(({ key }) => [key, resumed(Date.now())])))
  }
  return (
    <div className="ml-auto flex flex-wrap items-center justify-end gap-x-3 text-13 text-ink-2 tabular-nums">
      {failedAt !== null && <span className="text-warn">{rendersText.checkFailed(failedAt)}</span>}
      {next !== null && (
        <span>{checking || seconds <= 0 ? rendersText.checking : rendersText.nextCheck(seconds)}</span>
      )}
      {stopped.length > 0 && (
        <KeepFocus to={heading}>
          <Button title={rendersText.resumeHint} onClick={resume}>
            {rendersText.resume}
          </Button>
        </KeepFocus>
      )}
    </div>
  )
}
