import { useEffect, useEffectEvent, useState } from 'react'
import { writeFilters, type Filters } from '#gallery/filters.ts'
import { indexFeed } from '#gallery/index-feed.ts'
import { useLate } from '#ui/use-late.ts'

/** Milliseconds after the first cards at which the index opens by itself: the page is at rest then. */
const restAfter = 1500

/** Names a list: one name, one list. */
export const listKey = (filters: Filters, fold: boolean) =>
  writeFilters({ ...filters, size: null }) + (fold ? ' folded' : '')

/**
 * Asks the index what the page shows: at once where the index lists it, else when the page is at rest, for the
 * counts. `ready` says that the first list is there.
 */
export function useIndexQuestion(filters: Filters, fold: boolean, rows: boolean, ready: boolean) {
  const rested = useLate(ready, restAfter)
  const [opened, setOpened] = useState(false)
  if ((rested || rows) && !opened) setOpened(true)
  const name = listKey(filters, fold)
  const key = rows ? name : `${name} counts`
  function ask(asked: string) {
    const { q, picks, view } = filters
    indexFeed.ask({ key: asked, listKey: name, query: { q, picks }, options: { by: view, fold }, rows })
  }
  const onQuestion = useEffectEvent(ask)
  useEffect(() => {
    if (opened) onQuestion(key)
  }, [opened, key])
  useEffect(() => () => indexFeed.leave(), [])
  return { key, again: () => ask(key) }
}
