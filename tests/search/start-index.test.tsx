import { afterEach, expect, test, vi } from 'vitest'
import { startIndex } from '#search/start-index.ts'
import type { FromIndex } from '#search/wire.ts'

class FakeWorker extends EventTarget {
  static made: FakeWorker[] = []
  readonly url: string
  readonly heard: unknown[] = []
  ended = false
  constructor(url: string) {
    super()
    this.url = url
    FakeWorker.made.push(this)
  }
  postMessage(message: unknown) {
    this.heard.push(message)
  }
  terminate() {
    this.ended = true
  }
  say(message: FromIndex) {
    this.dispatchEvent(new MessageEvent('message', { data: message }))
  }
}

afterEach(() => {
  vi.unstubAllGlobals()
  FakeWorker.made = []
})

test('the way to the index is given once its worker runs', async () => {
  vi.stubGlobal('Worker', FakeWorker)
  const starting = startIndex()
  const [worker] = FakeWorker.made
  expect(worker?.url).toContain('index-worker')
  worker?.say({ kind: 'ready' })
  const heard: FromIndex[] = []
  const port = (await starting)((message) => heard.push(message))
  port.post({ kind: 'walk' })
  expect(worker?.heard).toEqual([{ kind: 'walk' }])
  worker?.say({ kind: 'failed', id: 1, message: 'no' })
  expect(heard).toEqual([{ kind: 'failed', id: 1, message: 'no' }])
  // Once it runs, an error in it ends nothing.
  worker?.dispatchEvent(new Event('error', { cancelable: true }))
  expect(worker?.ended).toBe(false)
})

test('a worker whose code does not come is told of, and the next try makes another', async () => {
  vi.stubGlobal('Worker', FakeWorker)
  const starting = startIndex()
  const event = new Event('error', { cancelable: true })
  FakeWorker.made[0]?.dispatchEvent(event)
  await expect(starting).rejects.toThrow('The index did not start.')
  expect(event.defaultPrevented).toBe(true)
  expect(FakeWorker.made[0]?.ended).toBe(true)
  void startIndex()
  expect(FakeWorker.made).toHaveLength(2)
})

test('where there are no workers, that is told too', async () => {
  vi.stubGlobal('Worker', undefined)
  await expect(startIndex()).rejects.toThrow('Worker')
})

test("the policy passes the worker's own address and no other", async () => {
  vi.resetModules()
  vi.stubGlobal('Worker', FakeWorker)
  const rules: { createScriptURL: (url: string) => string }[] = []
  vi.stubGlobal('trustedTypes', {
    createPolicy(name: string, given: { createScriptURL: (url: string) => string }) {
      expect(name).toBe('lookbook')
      rules.push(given)
      return given
    },
  })
  const { startIndex: start } = await import('#search/start-index.ts')
  void start()
  void start()
  // A second policy of one name may be refused.
  expect(rules).toHaveLength(1)
  expect(() => rules[0]?.createScriptURL('https://evil.example/worker.js')).toThrow('No script of ours')
})
