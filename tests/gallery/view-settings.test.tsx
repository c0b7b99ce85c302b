import { beforeEach, expect, test, vi } from 'vitest'
import { previewMode } from '#gallery/view-settings.ts'

beforeEach(() => {
  vi.resetModules()
})

/** The settings as a page load finds them. */
const loaded = async () => (await import('#gallery/view-settings.ts')).viewSettings

const defaults = { density: 'l', fit: 'fill', preview: null, fold: false }

test('settings are kept between visits', async () => {
  const settings = await loaded()
  settings.change({ density: 's', preview: 'off' })
  vi.resetModules()
  expect((await loaded()).read()).toEqual({ density: 's', fit: 'fill', preview: 'off', fold: false })
})

test.each(['{', 'null', '[]', '7', '{"density":"huge","fit":1,"preview":"always"}'])(
  'kept settings of %s read as the defaults',
  async (kept) => {
    const settings = await loaded()
    settings.change({ density: 's' })
    const [key = ''] = Object.keys(localStorage)
    localStorage.setItem(key, kept)
    vi.resetModules()
    expect((await loaded()).read()).toEqual(defaults)
  },
)

const blocked = () => {
  throw new DOMException('blocked', 'SecurityError')
}

test('where storage is blocked settings hold until the page is left', async () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(blocked)
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(blocked)
  const settings = await loaded()
  expect(settings.read()).toEqual(defaults)
  const heard = vi.fn<() => void>()
  settings.subscribe(heard)
  settings.change({ fit: 'whole' })
  expect(settings.read().fit).toBe('whole')
  expect(heard).toHaveBeenCalledOnce()
})

/** A device by the media queries that match and its connection. */
function device(matching: string[], connection?: Navigator['connection']) {
  const real = window.matchMedia
  vi.spyOn(window, 'matchMedia').mockImplementation((query) => {
    const list = real(query)
    Object.defineProperty(list, 'matches', { value: matching.some((one) => query.includes(one)) })
    return list
  })
  Object.defineProperty(navigator, 'connection', { configurable: true, value: connection })
}

const mouse = ['hover: hover']

test.each([
  { on: 'a laptop', matching: mouse, mode: 'hover' },
  { on: 'a laptop on 4g', matching: mouse, connection: { effectiveType: '4g' }, mode: 'hover' },
  { on: 'a phone', matching: [], mode: 'click' },
  { on: 'less motion', matching: [...mouse, 'prefers-reduced-motion'], mode: 'click' },
  { on: 'Save-Data', matching: mouse, connection: { saveData: true }, mode: 'click' },
  { on: '3g', matching: mouse, connection: { effectiveType: '3g' }, mode: 'click' },
  { on: 'slow-2g', matching: mouse, connection: { effectiveType: 'slow-2g' }, mode: 'click' },
])('with $on clips play on $mode', ({ matching, connection, mode }) => {
  device(matching, connection)
  expect(previewMode(null)).toBe(mode)
})

test('a choice wins over the device', () => {
  device([], { saveData: true })
  expect(previewMode('hover')).toBe('hover')
  expect(previewMode('off')).toBe('off')
})
