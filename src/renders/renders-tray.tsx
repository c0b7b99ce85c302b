import { Bell } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { rendersText } from '#messages/en-renders.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Popup } from '#ui/popup.tsx'
import type { PopupAnchor } from '#ui/use-popup.ts'
import { isStopped } from './follow.ts'
import { hrefOf, lineOf, stateWord, timeOf, titleOf } from './render-words.ts'
import { isSettled, type Render } from './render.ts'
import { StateMark } from './state-mark.tsx'
import { useRenders } from './store.ts'
import { Thumb } from './thumb.tsx'
import { useMarkSeen } from './use-mark-seen.ts'
import { useNow } from './use-now.ts'

const shown = 6
const none: readonly Render[] = []

export interface RendersTrayProps extends PopupAnchor {
  picture: (lookId: string) => ReactNode
}

/** The newest renders at a glance. */
export function RendersTray({ picture, ...popup }: RendersTrayProps) {
  const renders = useRenders()
  const newest = renders.slice(0, shown)
  const running = renders.some((render) => !isSettled(render))
  const now = useNow(popup.open && running)
  useMarkSeen(popup.open ? renders : none)
  const close = (event: { nativeEvent: Event }) => popup.onOpenChange(false, { event: event.nativeEvent })
  return (
    <Popup {...popup} align="end" label={rendersText.title}>
      <div className="-m-2 w-[min(22rem,calc(100vw-3.5rem))]">
        {newest.length === 0 ? (
          <p className="px-2 pt-2 pb-3 text-13 text-ink-2">
            {rendersText.empty} {rendersText.emptyHint}
          </p>
        ) : (
          <ul>
            {newest.map((render) => (
              <li key={render.key}>
                <Link
                  to={hrefOf(render)}
                  className="flex items-center gap-3 rounded-control p-2 hover:bg-well"
                  onClick={close}
                >
                  <Thumb className="w-16">{render.lookId && picture(render.lookId)}</Thumb>
                  <span className="min-w-0 flex-1">
                    <span className="block truncate text-13 font-medium" dir="auto">
                      {titleOf(render)}
                    </span>
                    <span className="block truncate text-12 text-ink-2">{lineOf(render)}</span>
                    <span className="mt-0.5 flex items-center justify-between gap-3">
                      <StateMark
                        state={render.state}
                        word={isStopped(render) ? rendersText.stopped : stateWord(render)}
                      />
                      <span className="text-12 whitespace-nowrap text-ink-2 tabular-nums">
                        {timeOf(render, now)}
                      </span>
                    </span>
                  </span>
                </Link>
              </li>
            ))}
          </ul>
        )}
        <div className="mt-1 flex flex-wrap items-center justify-between gap-2 border-t border-line pt-2">
          <ButtonLink variant="quiet" to="/renders" onClick={close}>
            {rendersText.all}
          </ButtonLink>
          {running && <TellMe />}
        </div>
      </div>
    </Popup>
  )
}

/** Asks for leave to notify, by a click alone, where it was not asked for yet. */
function TellMe() {
  const [permission, setPermission] = useState(() =>
    'Notification' in window ? Notification.permission : 'denied',
  )
  if (permission !== 'default') return null
  async function ask(button: HTMLElement) {
    const answer = await Notification.requestPermission()
    // It is gone with the answer; the focus stays in the tray.
    button.parentElement?.querySelector('a')?.focus()
    setPermission(answer)
  }
  return (
    <Button variant="quiet" onClick={(event) => void ask(event.currentTarget)}>
      <Bell size={16} strokeWidth={1.75} aria-hidden="true" />
      {rendersText.tellMe}
    </Button>
  )
}
