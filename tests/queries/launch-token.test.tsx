import { afterEach, expect, test, vi } from 'vitest'

afterEach(() => history.replaceState(null, '', '/'))

const token = 'AbCdEfGhIjKlMnOpQrSt_-12'

const blocked = () => {
  throw new DOMException('blocked', 'SecurityError')
}

/** The token of a page that is loaded at this address. */
async function loadedAt(address: string, state: unknown = null) {
  vi.resetModules()
  history.replaceState(state, '', address)
  return (await import('#queries/launch-token.ts')).launchToken
}

test('the token of the address is kept for this tab, and leaves the address', async () => {
  const launchToken = await loadedAt(`/looks/a?own=private#launch=${token}`, { idx: 3 })
  expect(launchToken.read()).toBe(token)
  expect(location.pathname + location.search + location.hash).toBe('/looks/a?own=private')
  expect(history.state).toEqual({ idx: 3 })
  expect(localStorage).toHaveLength(0)
  expect((await loadedAt('/')).read()).toBe(token)
})

test('without storage it is kept in memory', async () => {
  vi.spyOn(Storage.prototype, 'getItem').mockImplementation(blocked)
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(blocked)
  expect((await loadedAt(`/#launch=${token}`)).read()).toBe(token)
})

test.each(['#main', '#launch=short', `#launch=${token}<script>`, `#x&launch=${token}`])(
  'an address that ends in %s is left as it is',
  async (hash) => {
    const launchToken = await loadedAt(`/${hash}`)
    expect(launchToken.read()).toBe('')
    expect(location.hash).toBe(new URL(hash, location.href).hash)
  },
)

test('every request carries it', async () => {
  await loadedAt(`/#launch=${token}`)
  const { heygenSettings } = await import('#queries/heygen.ts')
  expect(heygenSettings.headers()).toEqual({ 'x-lookbook': '1', 'x-lookbook-launch': token })
})

test('the address opened in a tab that is there already brings its token too', async () => {
  const launchToken = await loadedAt('/')
  expect(launchToken.read()).toBe('')
  history.replaceState(null, '', `/#launch=${'b'.repeat(22)}`)
  window.dispatchEvent(new HashChangeEvent('hashchange'))
  expect(launchToken.read()).toBe('b'.repeat(22))
  expect(location.hash).toBe('')
})
