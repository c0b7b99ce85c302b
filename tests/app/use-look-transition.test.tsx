import { renderHook } from '@testing-library/react'
import { afterEach, expect, test, vi } from 'vitest'
import { useLookTransition } from '#app/use-look-transition.ts'

afterEach(() => {
  vi.unstubAllGlobals()
  vi.useRealTimers()
  document.body.replaceChildren()
  Reflect.deleteProperty(document, 'startViewTransition')
})

test('a panel that comes late has the name of the picture alone', async () => {
  vi.useFakeTimers()
  vi.stubGlobal('matchMedia', () => ({ matches: false }))
  let updated = Promise.resolve()
  const finished = Promise.withResolvers<void>()
  const start = vi.fn<(update: () => Promise<void>) => object>((update) => {
    updated = update()
    return { finished: finished.promise, ready: Promise.resolve() }
  })
  vi.stubGlobal('document', Object.assign(document, { startViewTransition: start }))
  const list = document.createElement('div')
  list.innerHTML = '<div data-card="a"><div class="media"></div></div>'
  document.body.append(list)
  const picture = list.querySelector<HTMLElement>('.media')
  if (!picture) throw new Error('There is no picture.')
  vi.spyOn(picture, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 10, 100, 100))

  const { result } = renderHook(() => useLookTransition({ current: list }, null))
  result.current('a', () => {
    expect(picture.style.viewTransitionName).toBe('look')
  })
  // Nothing has been opened by the time that it waits no longer.
  await vi.advanceTimersByTimeAsync(400)
  await updated
  expect(start).toHaveBeenCalledOnce()
  expect(picture.style.viewTransitionName).toBeFalsy()
})
