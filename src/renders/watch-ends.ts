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

/** Says in this tab that a render has ended or asks for something, whichever tab found out: in words, in the title,
 * to the system. */
export function watchEnds({ store, leads, onFinished }: EndsParts): () => void {
  let before = statesOf(store)
  const badge = badgeTitle(() => store.read().filter(isNews).length)
  const unsubscribe = store.subscribe(() => {
    const changed = store.read().filter(({ key, state }) => before.has(key) && before.get(key) !== state)
    before = statesOf(store)
    badge.update()
    const news = changed.filter((render) => isSettled(render) || render.state === 'needs-input')
    const [first] = news
    if (!first) return
    const words = wordsFor(news)
    announce(words)
    if (document.hidden && leads()) tellSystem(words, first.key)
    for (const render of news) if (isSettled(render)) onFinished(render)
  })
  return () => {
    unsubscribe()
    badge.end()
  }
}

/** How those that still run stand. */
const statesOf = (store: RendersStore) =>
  new Map(
    store
      .read()
      .filter((render) => !isSettled(render))
      .map(({ key, state }) => [key, state]),
  )

/** One sentence for each way in which they ended: of several sentences in a row only the last would be heard. */
function wordsFor(news: readonly Render[]): string {
  const states = new Set(news.map(({ state }) => state))
  return Array.from(states, (state) => sentenceFor(news.filter((render) => render.state === state))).join(
    '. ',
  )
}

function sentenceFor(alike: readonly Render[]): string {
  const [render] = alike
  if (!render) return ''
  const { state } = render
  if (alike.length > 1)
    return state === 'done'
      ? rendersText.readyMany(alike.length)
      : rendersText.endedMany(alike.length, rendersText.state[state])
  return state === 'done'
    ? rendersText.ready(titleOf(render))
    : rendersText.ended(titleOf(render), stateWord(render))
}

function tellSystem(sentence: string, tag: string) {
  if (!('Notification' in window) || Notification.permission !== 'granted') return
  try {
    const shown = new Notification(sentence, { tag })
    shown.addEventListener('click', () => window.focus())
  } catch {
    // Android takes notifications from service workers only.
  }
}
