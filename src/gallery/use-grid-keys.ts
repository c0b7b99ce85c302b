import { useLayoutEffect, useRef, useState, type FocusEvent, type KeyboardEvent, type RefObject } from 'react'
import { findByName, moveByKey } from './grid-keys.ts'
import type { GridLayout } from './layout.ts'
import { stuckHeight } from './stuck-bars.ts'

interface KeysOptions<T> {
  items: readonly T[]
  layout: GridLayout
  nameOf: (item: T) => string
  onSpace?: (card: HTMLElement) => void
  onEscape?: () => boolean
}

/** Letters typed within this many ms of each other make one word. */
const wordPause = 700

const isPrintable = (event: KeyboardEvent) =>
  event.key.length === 1 && event.key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey

/** Scrolls just as far as it takes to see the whole row. */
function revealRow(root: HTMLElement, row: number, { rowPitch }: GridLayout) {
  const top = root.getBoundingClientRect().top + row * rowPitch
  const above = top - stuckHeight() - 8
  const below = top + rowPitch - window.innerHeight
  if (above < 0) window.scrollBy({ top: above, behavior: 'instant' })
  else if (below > 0) window.scrollBy({ top: Math.min(below, above), behavior: 'instant' })
}

/** The grid's one tab stop and the keys that move it. */
export function useGridKeys<T>(root: RefObject<HTMLElement | null>, options: KeysOptions<T>) {
  const { items, layout, nameOf, onSpace, onEscape } = options
  const [wanted, setWanted] = useState(0)
  const activeIndex = Math.min(wanted, Math.max(0, items.length - 1))
  const moved = useRef(false)
  const typed = useRef({ word: '', at: 0 })

  useLayoutEffect(() => {
    if (!moved.current) return
    moved.current = false
    root.current
      ?.querySelector<HTMLElement>(`[data-index="${activeIndex}"] > a`)
      ?.focus({ preventScroll: true })
  })

  function moveTo(index: number) {
    if (!root.current) return
    moved.current = true
    revealRow(root.current, Math.floor(index / layout.columns), layout)
    setWanted(index)
  }

  function onFocus(event: FocusEvent) {
    const card = event.target.closest<HTMLElement>('[data-index]')
    if (card) setWanted(Number(card.dataset.index))
  }

  function onKeyDown(event: KeyboardEvent) {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
    if (!card || !(event.target instanceof HTMLAnchorElement)) return
    const index = Number(card.dataset.index)
    if (event.key === ' ' && onSpace && event.timeStamp - typed.current.at > wordPause) {
      event.preventDefault()
      return onSpace(card)
    }
    if (event.key === 'Escape' && onEscape?.()) return event.stopPropagation()
    const pageRows = Math.floor((window.innerHeight - stuckHeight()) / layout.rowPitch)
    const target = moveByKey(event, index, { count: items.length, columns: layout.columns, pageRows })
    if (target !== null && !event.altKey && !event.shiftKey) {
      event.preventDefault()
      return target === index ? undefined : moveTo(target)
    }
    if (!isPrintable(event) || '+-='.includes(event.key)) return
    const word = event.timeStamp - typed.current.at > wordPause ? event.key : typed.current.word + event.key
    typed.current = { word, at: event.timeStamp }
    const found = findByName(items.map(nameOf), word, index)
    if (found !== null && found !== index) moveTo(found)
  }

  return { activeIndex, onKeyDown, onFocus }
}
