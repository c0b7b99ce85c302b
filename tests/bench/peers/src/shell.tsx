import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import {
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type ComponentType,
  type ReactNode,
} from 'react'
import { createRoot } from 'react-dom/client'
import { chips } from './card-words.ts'
import { layoutStyle, type GridProps } from './grid-props.ts'
import { layoutNow } from './grid-rules.ts'
import { openLook } from './look-address.ts'
import { useLooks } from './use-looks.ts'
import { useNearEnd } from './use-near-end.ts'

/** Frames in which the page may still grow to where it was. */
const patience = 120

const placeOf = (state: unknown) =>
  typeof state === 'object' && state !== null && 'scrollY' in state ? Number(state.scrollY) : 0

function subscribePop(listener: () => void) {
  window.addEventListener('popstate', listener)
  return () => window.removeEventListener('popstate', listener)
}

/** Goes to where the history's entry says that the page was. */
function useRestore() {
  useLayoutEffect(() => {
    const place = placeOf(history.state)
    let frame = 0
    let tries = 0
    const go = () => {
      window.scrollTo(0, place)
      if (Math.abs(window.scrollY - place) > 1 && tries++ < patience) frame = requestAnimationFrame(go)
    }
    go()
    return () => cancelAnimationFrame(frame)
  }, [])
}

function Listing({ type, Grid }: { type: string | null; Grid: ComponentType<GridProps> }) {
  const { looks, loadMore } = useLooks(type)
  const [layout] = useState(layoutNow)
  const root = useRef<HTMLDivElement>(null)
  useNearEnd(root, looks.length, layout, loadMore)
  useRestore()
  return (
    <main className="list">
      <div ref={root} style={layoutStyle(layout)}>
        {looks.length > 0 && <Grid looks={looks} layout={layout} root={root} />}
      </div>
    </main>
  )
}

function App({ Grid }: { Grid: ComponentType<GridProps> }) {
  const look = useSyncExternalStore(subscribePop, openLook)
  const [type, setType] = useState<string | null>(null)
  useEffect(() => {
    history.scrollRestoration = 'manual'
  }, [])
  if (look !== null) return <Detail id={look} />
  return (
    <>
      <header className="bar">
        {chips.map(([value, label]) => (
          <button
            key={value}
            type="button"
            className="chip"
            aria-pressed={type === value}
            onClick={() => {
              history.replaceState(null, '')
              setType(type === value ? null : value)
            }}
          >
            {label}
          </button>
        ))}
      </header>
      <Listing key={type} type={type} Grid={Grid} />
    </>
  )
}

/** A page of its own, as a router would show it. */
function Detail({ id }: { id: string }): ReactNode {
  return (
    <section role="dialog" aria-label={id} className="detail">
      <h1>{id}</h1>
      <button type="button" onClick={() => history.back()}>
        Back
      </button>
    </section>
  )
}

/** Puts a grid into a page with filters, paging, a detail view and the way back from it. */
export function mount(Grid: ComponentType<GridProps>) {
  const root = document.getElementById('root')
  if (!root) throw new Error('The page has no root.')
  createRoot(root).render(
    <QueryClientProvider client={new QueryClient()}>
      <App Grid={Grid} />
    </QueryClientProvider>,
  )
}
