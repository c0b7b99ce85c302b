import { Search, X } from 'lucide-react'
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { useNavigate } from 'react-router'
import { searchText } from '#messages/en-search.ts'
import { useCatalogueProgress } from '#search/use-catalogue.ts'
import { longestSearch, writeFilters } from './filters.ts'
import { useFilters } from './use-filters.ts'
import { useSlashKey } from './use-slash-key.ts'

/** Some browsers refuse more than 100 changes of the address in half a minute: past these many they come slower. */
const mostChanges = 70
const halfMinute = 30_000
/** Milliseconds between changes then. */
const slowly = 600

const clean = (typed: string) => typed.replace(/\s+/g, ' ').trim()

const focusFirstCard = () =>
  document.querySelector<HTMLElement>('#main [role="grid"] a[tabindex="0"]')?.focus()

/** The search in the bar. What is typed stands in the address at once, so a link finds the same looks. */
export function SearchBox({ elsewhere }: { elsewhere: boolean }) {
  const [filters, change] = useFilters()
  const navigate = useNavigate()
  const input = useRef<HTMLInputElement>(null)
  const [typed, setTyped] = useState(filters.q)
  const [seen, setSeen] = useState(filters.q)
  /** What was sent to the address and has not come back from it. */
  const [sent, setSent] = useState<readonly string[]>([])
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  const changes = useRef<number[]>([])
  const progress = useCatalogueProgress()
  useSlashKey(input)

  if (filters.q !== seen) {
    setSeen(filters.q)
    const at = sent.lastIndexOf(filters.q)
    setSent(sent.slice(at + 1))
    // By another hand: Back, a link, "Clear all". Our own words come back late, when more may have been typed.
    if (at < 0) setTyped(filters.q)
  }

  function write(q: string) {
    // What is on its way there counts: a letter taken back before it arrived must be taken back there too.
    if (q === (sent.at(-1) ?? filters.q)) return
    changes.current = [...changes.current.slice(1 - mostChanges), performance.now()]
    setSent((before) => [...before, q])
    // Another page's list is not searched: the search is one of all looks.
    if (elsewhere) void navigate(`/${writeFilters({ q })}`)
    else change({ q }, { replace: true })
  }
  const latest = useRef(write)
  useEffect(() => void (latest.current = write))
  useEffect(() => () => clearTimeout(timer.current), [])

  function type(next: string) {
    setTyped(next)
    clearTimeout(timer.current)
    const now = performance.now()
    const recent = changes.current.filter((at) => now - at < halfMinute)
    const wait = recent.length < mostChanges ? 0 : (recent.at(-1) ?? 0) + slowly - now
    if (wait <= 0) write(clean(next))
    else timer.current = setTimeout(() => latest.current(clean(next)), wait)
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Escape') {
      event.preventDefault()
      if (typed) type('')
      else focusFirstCard()
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault()
      focusFirstCard()
    }
  }

  return (
    <div className="group relative w-full max-w-120">
      <Search
        size={16}
        strokeWidth={1.75}
        aria-hidden="true"
        className="pointer-events-none absolute inset-y-0 left-3.5 my-auto text-ink-3"
      />
      <input
        ref={input}
        type="search"
        enterKeyHint="search"
        autoComplete="off"
        spellCheck={false}
        maxLength={longestSearch}
        aria-label={searchText.label}
        aria-keyshortcuts="/"
        title={searchText.help}
        placeholder={searchText.placeholder(progress?.looks ?? 0, !progress?.whole)}
        value={typed}
        onChange={(event) => type(event.target.value)}
        onKeyDown={onKeyDown}
        className="h-10 w-full rounded-control border border-line-2 bg-surface pr-10 pl-10 text-14 text-ellipsis placeholder:text-ink-3 focus-visible:outline-offset-0 [&::-webkit-search-cancel-button]:hidden"
      />
      {typed ? (
        <button
          type="button"
          aria-label={searchText.clear}
          title={searchText.clear}
          className="absolute inset-y-0 right-1 my-auto inline-flex size-8 items-center justify-center rounded-control text-ink-2 hover:bg-well hover:text-ink"
          onClick={() => {
            type('')
            input.current?.focus()
          }}
        >
          <X size={16} strokeWidth={1.75} aria-hidden="true" />
        </button>
      ) : (
        <kbd
          aria-hidden="true"
          className="pointer-events-none absolute inset-y-0 right-3 my-auto hidden h-6 items-center rounded-[6px] bg-well px-2 font-sans text-12 text-ink-2 group-focus-within:hidden sm:inline-flex"
        >
          /
        </kbd>
      )}
    </div>
  )
}
