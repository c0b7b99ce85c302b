import { useQueryClient } from '@tanstack/react-query'
import { Clapperboard } from 'lucide-react'
import { useEffect, useEffectEvent, useState, type ReactNode } from 'react'
import { rendersButtonText } from '#messages/en-renders-button.ts'
import { text } from '#messages/en.ts'
import { unlessLost } from '#queries/unless-lost.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { notify } from '#ui/notices.ts'
import { usePopup } from '#ui/use-popup.ts'
import { isNews, isSettled, type Render } from './render.ts'
import { useRenders } from './store.ts'

const loadTray = async () => (await import('./renders-tray.tsx')).RendersTray
const trayFailed = () =>
  unlessLost(() => notify({ title: text.app.partFailed, description: text.app.partFailedHint }))

export interface RendersButtonProps {
  /** The picture of a look, for the tray; it fills a positioned box. */
  picture: (lookId: string) => ReactNode
  /** A render has ended, well or not; this tab has announced it already. */
  onFinished: (render: Render) => void
}

/** The renders in the bar: how many run, or have ended unseen; opens their tray. While it is there they are followed. */
export function RendersButton({ picture, onFinished }: RendersButtonProps) {
  const renders = useRenders()
  const { button, popup, Popup: Tray } = usePopup(loadTray, trayFailed)
  const running = renders.filter((render) => !isSettled(render)).length
  const news = renders.filter(isNews).length
  useWatching(running + news > 0, onFinished)
  const label =
    news > 0
      ? rendersButtonText.openNews(news)
      : running > 0
        ? rendersButtonText.openRunning(running)
        : rendersButtonText.open
  return (
    <>
      <IconButton label={label} className="relative" {...button}>
        <Clapperboard size={18} strokeWidth={1.75} aria-hidden="true" />
        {running + news > 0 && (
          <span
            aria-hidden="true"
            className={`absolute top-0.5 right-0.5 h-4 min-w-4 rounded-full px-1 text-[10px] leading-4 font-semibold tabular-nums ${news > 0 ? 'bg-accent text-accent-ink' : 'bg-ink-2 text-page'}`}
          >
            {news || running}
          </span>
        )}
      </IconButton>
      {Tray && <Tray {...popup} picture={picture} />}
    </>
  )
}

/** Code that did not come is asked for again after this long, in ms. */
const again = 10_000

/** Follows the renders as long as there is one to follow, or one to say; its code comes with the first. */
function useWatching(needed: boolean, onFinished: (render: Render) => void) {
  const client = useQueryClient()
  const [attempt, setAttempt] = useState(0)
  const finished = useEffectEvent(onFinished)
  useEffect(() => {
    if (!needed) return undefined
    let left = false
    let stop = () => {}
    let timer: ReturnType<typeof setTimeout> | undefined
    async function start() {
      try {
        const { startWatching } = await import('./watch.ts')
        if (!left) stop = startWatching(client, (render) => finished(render))
      } catch {
        if (!left) timer = setTimeout(() => setAttempt(attempt + 1), again)
      }
    }
    void start()
    return () => {
      left = true
      clearTimeout(timer)
      stop()
    }
  }, [needed, attempt, client])
}
