import { forgetIntents } from './intent.ts'
import { isOpen } from './render.ts'
import { rendersStore } from './store.ts'

/** Forgets what was ordered here. An order without a definite answer stays, with its intent: sent again it would cost again. */
export function forgetRenders(): void {
  const renders = rendersStore.read()
  rendersStore.remove(...renders.filter((render) => !isOpen(render)).map(({ key }) => key))
  forgetIntents(renders.filter(isOpen).map(({ key }) => key))
}
