import { useQueryClient, type QueryClient } from '@tanstack/react-query'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { originalSource, pictureSource } from '#looks/picture-source.ts'
import { isNotFound } from '#queries/describe-error.ts'
import { lookQueries } from '#queries/looks.ts'

/** `gone`: HeyGen has the look no longer. `none`: it has no picture. */
export type SheetPicture =
  | { state: 'waiting' | 'gone' | 'none' | 'failed' | 'stopped' }
  | { state: 'loading' | 'loaded'; src: string }

interface Found {
  state: 'found'
  url: string
  /** The server could not make it smaller. */
  whole: boolean
  /** What an `<img>` has shown. */
  loaded: string
}
type Known = Found | { state: 'gone' | 'none' | 'failed' | 'stopped' }

/** Looks are asked for by a few at a time: a sheet may have a thousand. */
const atOnce = 4
/** Millimetres that the server's largest box fills at 300 dots an inch. */
const boxWidth = 60

/** For paper: the server's largest box where that is enough, else the original. */
function printSource({ url, whole }: Found, millimetres: number): string {
  const { src, srcset } = whole || millimetres > boxWidth ? originalSource(url) : pictureSource(url, 352)
  return srcset?.split(', ').at(-1)?.split(' ')[0] ?? src
}

function shown(known: Known | undefined, millimetres: number): SheetPicture {
  if (known?.state !== 'found') return known ?? { state: 'waiting' }
  const src = printSource(known, millimetres)
  return { state: known.loaded === src ? 'loaded' : 'loading', src }
}

const isSettled = ({ state }: SheetPicture) => state !== 'waiting' && state !== 'loading'

async function find(client: QueryClient, id: string): Promise<Known> {
  try {
    const { preview_image_url: url } = await client.fetchQuery({ ...lookQueries.detail(id), retry: false })
    return url ? { state: 'found', url, whole: false, loaded: '' } : { state: 'none' }
  } catch (error) {
    return { state: isNotFound(error) ? 'gone' : 'failed' }
  }
}

export interface SheetPictures {
  of: (id: string) => SheetPicture
  settled: number
  /** Without a picture though there may be one. */
  missing: number
  /** An `<img>` has it, or cannot have it. */
  onLoaded: (id: string, src: string) => void
  onFailed: (id: string, src: string) => void
  stop: () => void
  again: () => void
}

/** The pictures of `ids`, to be drawn `millimetres` wide: looked up one after the other, until stopped. */
export function useSheetPictures(ids: readonly string[], millimetres: number): SheetPictures {
  const client = useQueryClient()
  const [known, setKnown] = useState<ReadonlyMap<string, Known>>(new Map())
  const [run, setRun] = useState(0)
  const stopped = useRef(false)
  const queueOf = useEffectEvent(() => ids.filter((id) => !known.has(id)))
  // Boards are new objects with each edit; their looks seldom change.
  const list = JSON.stringify([run, ids])

  useEffect(() => {
    let left = false
    stopped.current = false
    const queue = queueOf()
    async function work() {
      for (let id = queue.shift(); id !== undefined; id = queue.shift()) {
        const looked = id
        const found = await find(client, looked)
        if (left || stopped.current) return
        setKnown((all) => new Map(all).set(looked, found))
      }
    }
    for (let worker = 0; worker < atOnce; worker += 1) void work()
    return () => void (left = true)
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- `list` stands for what the queue is made of
  }, [client, list])

  const of = (id: string) => shown(known.get(id), millimetres)
  const states = ids.map(of)
  const change = (id: string, next: (found: Found) => Known) =>
    setKnown((all) => {
      const found = all.get(id)
      return found?.state === 'found' ? new Map(all).set(id, next(found)) : all
    })
  return {
    of,
    settled: states.filter(isSettled).length,
    missing: states.filter(({ state }) => state === 'failed' || state === 'stopped').length,
    onLoaded: (id, src) => change(id, (found) => ({ ...found, loaded: src })),
    onFailed: (id, src) =>
      change(id, (found) =>
        // The original may still be there.
        src === found.url ? { state: 'failed' } : { ...found, whole: true },
      ),
    stop() {
      stopped.current = true
      setKnown((all) => {
        const next = new Map(all)
        for (const id of ids)
          if (!isSettled(shown(all.get(id), millimetres))) next.set(id, { state: 'stopped' })
        return next
      })
    },
    again() {
      setKnown(
        (all) => new Map([...all].filter(([, { state }]) => state !== 'failed' && state !== 'stopped')),
      )
      setRun(run + 1)
    },
  }
}
