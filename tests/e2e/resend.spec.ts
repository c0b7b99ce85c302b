import { spawn, type ChildProcess } from 'node:child_process'
import { startDyingProxy, type DyingProxy } from './dying-proxy.ts'
import { expect, test } from './fixtures.ts'
import { freePort, noSettings, projectFolder } from './servers.ts'

// Finding 1 of the design: Chromium sends a POST once more by itself when a reused connection dies before an answer.

const orders = 40
let proxy: DyingProxy
let server: ChildProcess
let origin: string

test.beforeAll(async () => {
  const port = await freePort()
  proxy = await startDyingProxy(port)
  origin = `http://127.0.0.1:${proxy.port}`
  server = spawn(process.execPath, ['src/server/node.ts'], {
    cwd: projectFolder,
    stdio: 'ignore',
    env: {
      ...process.env,
      ...noSettings,
      PORT: String(port),
      PUBLIC_URL: origin,
      SANDBOX_RENDER_MS: '50',
      CREATES_PER_MINUTE: '1000',
      CREATES_PER_MINUTE_ALL: '1000',
    },
  })
  await expect(async () => {
    expect((await fetch(`http://127.0.0.1:${port}/healthz`)).ok).toBe(true)
  }).toPass({ timeout: 20_000 })
})

test.afterAll(async () => {
  server.kill()
  await proxy.close()
})

test('what the browser sends twice is made once', async ({ page, complaints }) => {
  complaints.expect(/net::ERR_/)
  await page.goto(`${origin}/renders`)
  const made = await page.evaluate(async (count) => {
    const headers = { 'x-lookbook': '1', 'content-type': 'application/json' }
    const ids: string[] = []
    for (let at = 0; at < count; at++) {
      const order = {
        method: 'POST',
        headers: { ...headers, 'idempotency-key': crypto.randomUUID() },
        body: JSON.stringify({
          type: 'avatar',
          avatar_id: 'Wei_tee_studio_front',
          script: 'Hello.',
          title: `Resent ${at}`,
        }),
      }
      // The page's own second try, where Chromium has given up: the same key.
      for (let tries = 0; tries < 4; tries++) {
        await fetch('/healthz')
        const answer = await fetch('/api/v3/videos', order).catch(() => null)
        const body: unknown = await answer?.json()
        const id = JSON.stringify(body ?? '').match(/"video_id":"(\w+)"/)?.[1]
        if (!id) continue
        ids.push(id)
        break
      }
    }
    const listed = await (await fetch('/api/v3/videos?limit=100&title=Resent', { headers })).text()
    return { ids, listed: listed.match(/"title":"Resent \d+"/g) ?? [] }
  }, orders)
  test.info().annotations.push({
    type: 'figures',
    description: `${orders} orders, ${proxy.posts()} POSTs, ${proxy.cut()} answers cut off`,
  })
  expect(new Set(made.ids).size).toBe(orders)
  // As many videos as orders, although connections died under answers and more POSTs than orders came.
  expect(made.listed).toHaveLength(orders)
  expect(new Set(made.listed).size).toBe(orders)
  expect(proxy.cut()).toBeGreaterThan(orders / 4)
  expect(proxy.posts()).toBeGreaterThan(orders)
})
