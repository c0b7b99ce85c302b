import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { troubleText as words } from '#messages/en-trouble.ts'
import { text } from '#messages/en.ts'
import { freshness } from '#queries/freshness.ts'
import { Button } from '#ui/button.tsx'
import { announce, notify } from '#ui/notices.ts'
import { useBannerTop } from './use-banner-top.ts'
import { useCalm } from './use-calm.ts'
import { tryNow } from './use-recovery.ts'

function subscribeOnline(listener: () => void) {
  const events = ['online', 'offline']
  for (const event of events) window.addEventListener(event, listener)
  return () => {
    for (const event of events) window.removeEventListener(event, listener)
  }
}

const reload = () => window.location.reload()

export interface BannerProps {
  /** Something is being written: a new version can wait. */
  busy: boolean
}

/** The one thing there is to say of network, HeyGen and version, over the page below its bars. It takes no room. */
export function Banner({ busy }: BannerProps) {
  const { stale, outdated, lost } = useSyncExternalStore(freshness.subscribe, freshness.read)
  const online = useSyncExternalStore(subscribeOnline, () => navigator.onLine)
  const [later, setLater] = useState(false)
  const newer = useCalm(outdated && !busy) && !busy && !later
  const kind = lost ? 'lost' : !online ? 'offline' : stale ? 'stale' : newer ? 'newer' : null
  const top = useBannerTop(kind !== null)

  useEffect(() => {
    if (kind === 'lost') announce(`${words.lost} ${words.lostHint}`)
    if (kind === 'newer') announce(words.newer)
    // A dialog covers the banner.
    if (kind === 'lost' && document.querySelector('[data-dialog]'))
      notify({
        key: 'lost',
        title: text.app.updated,
        description: text.app.updatedHint,
        action: { label: words.reload, run: reload },
      })
  }, [kind])
  useEffect(() => {
    if (online) return undefined
    announce(`${words.offline}. ${words.offlineHint}`)
    return () => announce(words.online)
  }, [online])
  const isStale = kind === 'stale'
  useEffect(() => {
    if (!isStale) return undefined
    const { from = Date.now() } = freshness.read().stale ?? {}
    announce(`${words.stale} ${words.staleFrom((Date.now() - from) / 1000)}`)
    return () => {
      if (freshness.read().stale === null) announce(words.back)
    }
  }, [isStale])

  if (kind === null) return null
  return (
    <section
      aria-label={words.label}
      style={{ top }}
      className="pointer-events-none fixed inset-x-0 z-35 flex justify-center px-(--gutter)"
    >
      {kind === 'lost' && (
        <Pill strong={words.lost} rest={words.lostHint}>
          <Small onClick={reload}>{words.reload}</Small>
        </Pill>
      )}
      {kind === 'offline' && <Pill strong={words.offline} rest={words.offlineHint} />}
      {kind === 'stale' && stale && <Stale from={stale.from} />}
      {kind === 'newer' && (
        <Pill strong={words.newer} rest="">
          <Small onClick={reload}>{words.reload}</Small>
          <Small onClick={() => setLater(true)}>{words.later}</Small>
        </Pill>
      )}
    </section>
  )
}

/** Its age grows while it is looked at. */
function Stale({ from }: { from: number }) {
  const client = useQueryClient()
  const [now, setNow] = useState(Date.now)
  const [asking, setAsking] = useState(false)
  const [still, setStill] = useState(false)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 15_000)
    return () => clearInterval(timer)
  }, [])
  async function again() {
    if (asking) return
    setAsking(true)
    const back = await tryNow(client)
    setAsking(false)
    if (back) return
    setStill(true)
    announce(words.still)
  }
  return (
    <Pill strong={still ? words.still : words.stale} rest={words.staleFrom((now - from) / 1000)}>
      <Small aria-disabled={asking} onClick={() => void again()}>
        {words.retry}
      </Small>
    </Pill>
  )
}

interface PillProps {
  strong: string
  rest: string
  children?: ReactNode
}

function Pill({ strong, rest, children }: PillProps) {
  return (
    <div className="pointer-events-auto flex min-h-10 max-w-140 items-center gap-2 rounded-panel border border-line bg-raised py-1 pr-1 pl-4 text-13 shadow-panel">
      <p className="min-w-0 py-1 pr-2">
        <span className="font-medium text-ink">{strong}</span>{' '}
        {rest && <span className="text-ink-2">{rest}</span>}
      </p>
      {children}
    </div>
  )
}

function Small(props: React.ComponentProps<typeof Button>) {
  return <Button variant="quiet" className="h-8 shrink-0 text-13 text-ink!" {...props} />
}
