import { rendersText } from '#messages/en-renders.ts'
import { announce } from '#ui/notices.ts'
import type { RendersStore } from './create-store.ts'
import { stateWord, titleOf } from './render-words.ts'
import { isNews, isSettled, type Render } from './render.ts'
import { badgeTitle } from './title-badge.ts'

export interface EndsParts {
  store: RendersStore
  /** This tab asks for all: a system notification is its business. */
  leads: () => boolean
  onFinished: (render: Render) => void
}

/** Says in this tab that a render has ended, whichever tab found out: in words, in the title, to the system. */
export function watchEnds({ store, leads, onFinished }: EndsParts): () => void {
  let running = runningKeys(store)
  const badge = badgeTitle(() => store.read().filter(isNews).length)
  const unsubscribe = store.subscribe(() => {
    const ended = store.read().filter((render) => isSettled(render) && running.has(render.key))
    running = runningKeys(store)
    badge.update()
    for (const render of ended) {
      const sentence = sentenceFor(render)
      announce(sentence)
      if (document.hidden && leads()) tellSystem(sentence, render.key)
      onFinished(render)
    }
  })
  return () => {
    unsubscribe()
    badge.end()
  }
}

const runningKeys = (store: RendersStore) =>
  new Set(
    store
      .read()
      .filter((render) => !isSettled(render))
      .map(({ key }) => key),
  )

const sentenceFor = (render: Render) =>
  render.state === 'done'
    ? rendersText.ready(titleOf(render))
    : rendersText.ended(titleOf(render), stateWord(render))

function tellSystem(sentence: string, tag: string) {
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  try {
    const shown = new Notification(sentence, { tag })
    shown.addEventListener('click', () => window.focus())
  } catch {
    // Android takes notifications from service workers only.
  }
}
