import { useRef, type KeyboardEvent } from 'react'
import type { GridBody } from './grid-body.ts'
import { findByName, isPrintable, moveByKey, wordPause } from './grid-keys.ts'
import type { GridLayout } from './layout.ts'
import { stuckHeight } from './stuck-bars.ts'

interface KeysOptions<T> {
  items: readonly (T | undefined)[]
  layout: GridLayout
  nameOf: (item: T) => string
  onSpace?: ((card: HTMLElement) => void) | undefined
  onEscape?: (() => boolean) | undefined
  onUnfold?: ((id: string) => void) | undefined
}

/**
 * The keys that move the grid's one tab stop. A full stop unfolds the looks under a card, or steps through a
 * person's covers, a comma goes back.
 */
export function useGridKeys<T>(body: GridBody<T>, options: KeysOptions<T>) {
  const { items, layout, nameOf, onSpace, onEscape, onUnfold } = options
  const typed = useRef({ word: '', at: 0 })

  function moveTo(index: number) {
    body.reveal(index)
    body.focus(index)
  }

  function onKeyDown(event: KeyboardEvent) {
    const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-index]') : null
    if (!card || !(event.target instanceof HTMLAnchorElement)) return
    const index = Number(card.dataset.index)
    const inWord = event.timeStamp - typed.current.at <= wordPause
    if (event.key === ' ' && onSpace && !inWord) {
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
    if (!inWord && (event.key === '.' || event.key === ',')) {
      body.cellOf(card)?.step?.(event.key === '.' ? 1 : -1)
      if (event.key === '.' && card.dataset.more !== undefined) onUnfold?.(card.dataset.card ?? '')
      return
    }
    const word = inWord ? typed.current.word + event.key : event.key
    typed.current = { word, at: event.timeStamp }
    const nameAt = (at: number) => {
      const item = items[at]
      return item === undefined ? '' : nameOf(item)
    }
    const found = findByName(nameAt, items.length, word, index)
    if (found !== null && found !== index) moveTo(found)
  }

  return onKeyDown
}
