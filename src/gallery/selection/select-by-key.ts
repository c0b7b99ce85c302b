import type { GridBody } from '#gallery/grid-body.ts'
import { isPrintable, moveByKey, wordPause } from '#gallery/grid-keys.ts'
import { isTyping } from '#gallery/is-typing.ts'
import { stuckHeight } from '#gallery/stuck-bars.ts'
import type { ListedLook } from '#search/protocol.ts'
import type { GridPicks } from './grid-picks.ts'
import { canSelectAll, selectAll } from './select-all.ts'

/** The letter, or its place where the keyboard writes no Latin. */
const isLetter = ({ key, code }: KeyboardEvent, letter: string) =>
  key.toLowerCase() === letter || (code === `Key${letter.toUpperCase()}` && key > '~')

/**
 * Keys that select: `x` in the grid, where it does not go on with a name that is being typed; Shift with `x` or with the
 * keys that move; Ctrl or Cmd with `a`, in the grid and wherever nothing else has the keys. Gives the way to end it.
 */
export function watchKeys(root: HTMLElement, body: GridBody<ListedLook>, picks: GridPicks): () => void {
  const listening = new AbortController()
  const { signal } = listening
  let typedAt = -wordPause

  /** Whether the key was one of these. */
  function select(event: KeyboardEvent, index: number): boolean {
    const { content } = body
    if (!content) return false
    const inWord = event.timeStamp - typedAt <= wordPause
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey
    if (plain && !inWord && isLetter(event, 'x')) {
      if (event.repeat) return true
      if (event.shiftKey) void picks.selectTo(index)
      else picks.toggle(index)
      return true
    }
    // As the grid does, so that both know when a word is being typed.
    if (isPrintable(event) && !'+-='.includes(event.key) && (inWord || !'.,'.includes(event.key)))
      typedAt = event.timeStamp
    if (!event.shiftKey || event.altKey) return false
    const { columns, rowPitch } = content.layout
    const pageRows = Math.floor((window.innerHeight - stuckHeight()) / rowPitch)
    const to = moveByKey(event, index, { count: content.items.length, columns, pageRows })
    if (to === null) return false
    body.reveal(to)
    body.focus(to)
    void picks.stretch(index, to)
    return true
  }

  root.addEventListener(
    'keydown',
    (event) => {
      const { target } = event
      const card = target instanceof HTMLAnchorElement ? target.closest<HTMLElement>('[data-index]') : null
      if (!card || !select(event, Number(card.dataset.index))) return
      event.preventDefault()
      event.stopPropagation()
    },
    { signal },
  )
  window.addEventListener(
    'keydown',
    (event) => {
      const { target } = event
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || !isLetter(event, 'a')) return
      if (event.defaultPrevented || isTyping(target) || root.closest('[inert], [aria-hidden=true]')) return
      if (target instanceof Element && target.closest('[role=dialog], input, textarea')) return
      if (!canSelectAll()) return
      event.preventDefault()
      if (!event.repeat) void selectAll()
    },
    { signal },
  )
  return () => listening.abort()
}
