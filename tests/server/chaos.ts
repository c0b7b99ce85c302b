import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { callFrom } from './chaos-call.ts'
import { createHeygen } from './chaos-heygen.ts'
import { runLookbook } from './chaos-process.ts'
import { seeded } from './chaos-random.ts'

// By hand, on the built app and with its real times: node tests/server/chaos.ts 2000 [seed]

export interface ChaosSettings {
  intents: number
  seed: number
  /** The server's program. */
  entry: URL
  env?: Record<string, string>
  /** Intents that are clicked at once. */
  width: number
  /** Intents that are asked about at once; more people than that are not at it. */
  open: number
  /** Milliseconds until HeyGen takes an order whose connection died at once. */
  late: number
  /** Milliseconds between two looks at an order. */
  poll: number
  /** Answers that leave an order open after which it counts as undecided: on a slow machine they come late, not fewer. */
  patience: number
}

export interface ChaosFigures {
  intents: number
  clicks: number
  reloads: number
  resets: number
  kills: number
  /** Orders that reached HeyGen, and those it took. */
  orders: number
  accepted: number
  done: number
  refused: number
  absent: number
  undecided: number
  /** What was said last of those that are undecided, and of how many. */
  said: Record<string, number>
  /** Made beyond one an intent, or told to two. */
  duplicates: number
  /** Made, and told to nobody. */
  lost: number
  /** Told and never made. */
  invented: number
  seconds: number
}

interface Intent {
  key: string
  /** The address of who clicks. */
  from: string
  path: '/v3/videos' | '/v3/video-agents'
  name: string
  body: string
  ids: Set<string>
  state: 'open' | 'done' | 'refused' | 'absent'
  /** The last answer, in short. */
  said: string
}

const wait = (ms: number) =>
  new Promise<void>((resolve) => {
    setTimeout(resolve, ms)
  })

/** Every tenth prompt comes twice, in two intents. */
function newIntent(index: number, random: () => number): Intent {
  const video = random() < 0.6
  const name = !video && index % 10 === 1 ? 'A prompt of several' : `Intent ${index}`
  const body = video ? { type: 'avatar', avatar_id: 'a', script: 'Hello.', title: name } : { prompt: name }
  return {
    key: `chaos-${index}`,
    from: `127.0.0.${2 + (index % 250)}`,
    path: video ? '/v3/videos' : '/v3/video-agents',
    name,
    body: JSON.stringify(body),
    ids: new Set(),
    state: 'open',
    said: 'nothing',
  }
}

interface Told {
  status: number
  body: {
    data?: { video_id?: string; session_id?: string; state?: string; answer?: Told['body'] | null }
    error?: { code: string }
  }
}

const idOf = ({ data }: Told['body']) => data?.video_id ?? data?.session_id

/** What an answer says of the order it is for. */
function learn(intent: Intent, told: Told | null): void {
  const id = told && idOf(told.body)
  if (told?.status === 200 && id !== null && id !== undefined) {
    intent.ids.add(id)
    intent.state = 'done'
  }
  if (!told || intent.state !== 'open' || told.status < 400 || told.status >= 500) return
  const { code } = told.body.error ?? { code: '' }
  // The token of the process before.
  if (code === 'launch_token_required') return
  intent.state = code === 'intent_absent' ? 'absent' : 'refused'
}

/** Impatient people before a failing HeyGen and a server that is killed: what was made, and what they were told. */
export async function runChaos(settings: ChaosSettings): Promise<ChaosFigures> {
  const started = Date.now()
  const random = seeded(settings.seed)
  const folder = mkdtempSync(join(tmpdir(), 'lookbook-chaos-'))
  const heygen = await createHeygen({
    random: seeded(settings.seed + 1),
    late: settings.late,
    kill: () => void lookbook.restart(),
  })
  const lookbook = await runLookbook(settings.entry, {
    HEYGEN_API_KEY: 'sk_chaos_key',
    HEYGEN_ACCESS_TOKEN: '',
    HEYGEN_REFRESH_TOKEN: '',
    HEYGEN_CLIENT_ID: '',
    HEYGEN_BASE_URL: heygen.url,
    HOST: '127.0.0.1',
    PUBLIC_URL: '',
    LOOKBOOK_ACCESS_TOKEN: '',
    TRUSTED_PROXY: '',
    IDENTITY_HEADER: '',
    PUBLIC_READONLY: '',
    SPENDING: '',
    LEDGER_FILE: join(folder, 'ledger.sqlite'),
    CREATES_PER_MINUTE: '9999999',
    CREATES_PER_DAY: '9999999',
    CREATES_PER_MINUTE_ALL: '9999999',
    CREATES_PER_DAY_ALL: '9999999',
    ...settings.env,
  })
  const counts = { clicks: 0, reloads: 0 }

  async function ask(
    method: string,
    path: string,
    intent: Intent,
    signal: AbortSignal | null,
  ): Promise<Told | null> {
    try {
      const { status, text } = await callFrom({
        url: `${lookbook.origin}/api${path}`,
        method,
        headers: {
          origin: lookbook.origin,
          'content-type': 'application/json',
          'x-lookbook': '1',
          'x-lookbook-launch': lookbook.launchToken(),
          'idempotency-key': intent.key,
        },
        ...(method === 'POST' ? { body: intent.body } : {}),
        signal,
        from: intent.from,
      })
      const body: Told['body'] = JSON.parse(text)
      intent.said = `${status} ${body.error?.code ?? body.data?.state ?? 'done'} to ${method} ${intent.path}`
      return { status, body }
    } catch {
      // Aborted, or the server is gone.
      return null
    }
  }

  const click = async (intent: Intent, signal: AbortSignal | null = null) => {
    counts.clicks += 1
    learn(intent, await ask('POST', intent.path, intent, signal))
  }

  async function follow(intent: Intent): Promise<void> {
    for (let answers = 0; intent.state === 'open' && answers < settings.patience;) {
      await wait(settings.poll * (0.5 + random()))
      const told = await ask('GET', `/intents/${intent.key}`, intent, null)
      if (told) answers += 1
      if (told?.status === 404) await click(intent)
      const { data } = told?.body ?? {}
      if (data?.state === 'done' && data.answer) learn(intent, { status: 200, body: data.answer })
      if (data?.state === 'refused' || data?.state === 'absent') intent.state = data.state
    }
  }

  async function live(intent: Intent): Promise<void> {
    const clicks = random() < 0.5 ? 1 : random() < 0.8 ? 2 : 3
    const reload = random() < 0.25
    const leaving = new AbortController()
    const first = Array.from({ length: clicks }, async () => {
      await wait(random() * 30)
      await click(intent, leaving.signal)
    })
    if (reload) {
      counts.reloads += 1
      await wait(random() * 100)
      leaving.abort()
      await click(intent)
    }
    await Promise.all(first)
  }

  const intents = Array.from({ length: settings.intents }, (_, index) => newIntent(index, random))
  const following = new Set<Promise<void>>()
  const queue = [...intents]
  const worker = async () => {
    for (let intent = queue.shift(); intent; intent = queue.shift()) {
      while (following.size >= settings.open) await Promise.race(following)
      await live(intent)
      const followed = follow(intent).finally(() => following.delete(followed))
      following.add(followed)
    }
  }
  try {
    await Promise.all(Array.from({ length: settings.width }, worker))
    await Promise.all(following)
    // Asked once more, after everything: the answer stays the same.
    for (const intent of intents) if (intent.state === 'done') await click(intent)
    await lookbook.stop()
  } finally {
    heygen.close()
    rmSync(folder, { recursive: true, force: true })
  }

  const made = [...heygen.videos, ...heygen.sessions]
  const told = intents.flatMap(({ ids }) => [...ids])
  const named = (name: string) => intents.filter((intent) => intent.name === name).length
  const surplus = [...Map.groupBy(made, ({ name }) => name)].map(([name, all]) =>
    Math.max(0, all.length - named(name)),
  )
  const count = (state: Intent['state']) => intents.filter((intent) => intent.state === state).length
  return {
    intents: intents.length,
    ...counts,
    resets: heygen.counts.resets,
    kills: lookbook.kills(),
    orders: heygen.counts.orders,
    accepted: made.length,
    done: count('done'),
    refused: count('refused'),
    absent: count('absent'),
    undecided: count('open'),
    said: Object.fromEntries(
      [
        ...Map.groupBy(
          intents.filter(({ state }) => state === 'open'),
          ({ said }) => said,
        ),
      ].map(([said, those]) => [said, those.length]),
    ),
    duplicates: surplus.reduce((sum, more) => sum + more, 0) + told.length - new Set(told).size,
    lost: made.filter(({ id }) => !told.includes(id)).length,
    invented: told.filter((id) => !made.some((one) => one.id === id)).length,
    seconds: Math.round((Date.now() - started) / 1000),
  }
}

if (import.meta.main) {
  const [intents = '2000', seed = '1'] = process.argv.slice(2)
  const figures = await runChaos({
    intents: Number(intents),
    seed: Number(seed),
    entry: new URL('../../src/server/node.ts', import.meta.url),
    width: 24,
    open: 1200,
    late: 5000,
    poll: 5000,
    patience: 200,
  })
  process.stdout.write(`${JSON.stringify(figures)}\n`)
}
