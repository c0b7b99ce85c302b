import { expect, test } from 'vitest'
import { runChaos } from './chaos.ts'

test(
  'clicks, reloads, resets and kills: every order is made once, and everybody hears of it',
  { timeout: 180_000 },
  async () => {
    const figures = await runChaos({
      intents: 150,
      seed: 7,
      entry: new URL('./chaos-server.ts', import.meta.url),
      width: 16,
      open: 150,
      late: 150,
      poll: 150,
      patience: 70,
    })
    // It was chaos, and still most got their video.
    expect(figures.kills).toBeGreaterThan(0)
    expect(figures.resets).toBeGreaterThan(5)
    expect(figures.reloads).toBeGreaterThan(10)
    expect(figures.accepted).toBeGreaterThan(100)
    expect(figures).toMatchObject({ duplicates: 0, lost: 0, invented: 0, undecided: 0 })
    expect(figures.done).toBe(figures.accepted)
  },
)
