import { useQuery } from '@tanstack/react-query'
import { Layers } from 'lucide-react'
import { useEffect, useState } from 'react'
import { Link, Outlet } from 'react-router'
import { text } from '#messages/en.ts'
import { accountQueries } from '#queries/account.ts'
import { pageConfig } from '#queries/page-config.ts'
import { notices } from '#ui/notices.ts'
import { useLate } from '#ui/use-late.ts'
import { usePart } from '#ui/use-part.ts'
import { AccessGate } from './access-gate.tsx'
import { BarLink } from './bar-link.tsx'
import { Boundary } from './boundary.tsx'
import { CreateLayer } from './create-layer.tsx'
import { Logo } from './logo.tsx'
import { RendersCorner } from './renders-corner.tsx'
import { ThemeButton } from './theme-button.tsx'
// oxlint-disable-next-line import/no-unassigned-import -- it hears the palette's keys before there is a palette
import './palette-keys.ts'

const loadRest = async () => (await import('./late-layer.tsx')).LateLayer

const loadAccount = async () => (await import('./account-part.tsx')).AccountPart
const loadToaster = async () => (await import('#ui/toaster.tsx')).Toaster

export interface ShellContext {
  /** The middle of the bar, where a list has its search. */
  searchSlot: HTMLElement | null
}

/** What stands on every page: the bar with the name, the mode and the theme, and the notices. */
export function Shell() {
  const [searchSlot, setSearchSlot] = useState<HTMLElement | null>(null)
  return (
    <div className="[--gutter:12px] sm:[--gutter:24px]">
      <a
        href="#main"
        className="fixed top-2 left-2 z-50 -translate-y-20 rounded-control bg-raised px-4 py-2 text-14 font-medium shadow-panel focus:translate-y-0"
        onClick={(event) => {
          event.preventDefault()
          document.querySelector<HTMLElement>('#main [tabindex="0"], #main a')?.focus()
        }}
      >
        {text.app.skip}
      </a>
      <header
        data-sticky
        className="z-20 flex h-14 items-center justify-between gap-3 bg-page px-(--gutter) sm:sticky sm:top-0"
      >
        <Link
          to="/"
          className="-ml-1 flex items-center gap-2.5 rounded-control p-1 text-16 font-semibold tracking-[-0.01em]"
          onClick={() => window.scrollTo({ top: 0, behavior: 'instant' })}
        >
          <Logo />
          <span className="sr-only sm:not-sr-only">{text.app.name}</span>
        </Link>
        <div ref={setSearchSlot} className="flex min-w-0 flex-1 justify-center" />
        <div className="flex items-center gap-2">
          <Mode />
          <BarLink to="/boards" label={text.title.boards} Icon={Layers} />
          <Boundary>{!pageConfig.readonly && <RendersCorner />}</Boundary>
          <ThemeButton />
        </div>
      </header>
      <AccessGate>
        <Outlet context={{ searchSlot } satisfies ShellContext} />
        <Boundary>
          <CreateLayer />
        </Boundary>
        <Boundary>
          <Late />
        </Boundary>
      </AccessGate>
      <div data-announcer role="status" className="sr-only" />
      <Notices />
    </div>
  )
}

/** What stands on a page without the shell. */
export function Bare() {
  return (
    <>
      <AccessGate>
        <Outlet />
      </AccessGate>
      <div data-announcer role="status" className="sr-only" />
      <Notices />
    </>
  )
}

/** Whose looks these are; where somebody signed in to see them, it becomes the way out once the page is at rest. */
function Mode() {
  const { mode, readonly } = pageConfig
  const account = useQuery({ ...accountQueries.me(), enabled: mode === 'account' && !readonly })
  const name = account.data ? account.data.username || (account.data.email ?? '') : ''
  const [label, hint] =
    mode === 'sandbox'
      ? [text.app.sandbox, text.app.sandboxHint]
      : readonly
        ? [text.app.readonly, text.app.readonlyHint]
        : [name || text.app.account, text.app.accountHint(name)]
  const { Part: AccountPart } = usePart(loadAccount, useLate(pageConfig.accessToken, 500), () => {})
  const Pill = AccountPart ?? 'span'
  return (
    <Pill
      title={hint}
      className="flex h-7 max-w-48 shrink-0 items-center gap-2 rounded-full bg-well px-2.5 text-12 font-medium text-ink-2 sm:px-3"
    >
      <span className="size-1.5 shrink-0 rounded-full bg-good" aria-hidden="true" />
      <span className="hidden truncate sm:inline">{label}</span>
      <span className="sr-only">{hint}</span>
    </Pill>
  )
}

/** The palette and the tray come once the page is at rest; where their code cannot be had, there are none. */
function Late() {
  const { Part: LateLayer } = usePart(loadRest, useLate(true, 500), () => {})
  return LateLayer && <LateLayer />
}

/** The toaster is loaded with the first notice: most visits have none. */
function Notices() {
  const [needed, setNeeded] = useState(false)
  useEffect(() => notices.subscribe(() => setNeeded(true)), [])
  // Without its code a notice cannot be shown, nor can this be said.
  const { Part: Toaster } = usePart(loadToaster, needed, () => setNeeded(false))
  return Toaster && <Toaster label={text.app.notifications} dismiss={text.app.dismiss} />
}
