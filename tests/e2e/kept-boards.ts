import type { Browser, Page } from '@playwright/test'
import { readBoard, type Board } from '#boards/board.ts'
import type { Change } from '#boards/register.ts'
import { readStored } from '#boards/stored-board.ts'

/** Times of seeded writes: in order, and in the past. */
const begin = Date.UTC(2026, 4, 12, 9)

export const boardId = 'springboard1234'

/** A board of demo looks, and one that HeyGen has no longer, as somebody has made it. */
export function demoBoard(looks: readonly string[], by: string, more: readonly Change[] = []): Board {
  const changes: Change[] = [
    ['name', 'Spring'],
    ['brief', 'Calm and friendly.'],
    ['made', begin],
    [`who:${by}`, 'Ann'],
    ...looks.flatMap((id, at): Change[] => [
      [
        `look:${id}`,
        {
          name: id.replaceAll('_', ' '),
          type: '',
          group: null,
          person: null,
          width: null,
          height: null,
          from: '',
        },
      ],
      [`on:${id}`, true],
      [`at:${id}`, `a${String.fromCodePoint(65 + at)}`],
    ]),
    ...more,
  ]
  return readBoard(
    boardId,
    new Map(changes.map(([key, value], step) => [key, { value, at: begin + step, by }])),
  )
}

/** What another person's browser would have written on top, later. */
export const written = (board: Board, by: string, changes: readonly Change[]): Board =>
  readBoard(
    board.id,
    new Map([
      ...board.registers,
      ...changes.map(([key, value], step) => [key, { value, at: begin + 10_000 + step, by }] as const),
    ]),
  )

/** A profile of its own, as a person. The page stands at an address that is cheap. */
export async function visitAs(browser: Browser, baseURL: string, id: string, name = ''): Promise<Page> {
  const context = await browser.newContext({ baseURL, reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.addInitScript((me) => {
    if (!localStorage.getItem('lookbook.reviewer')) localStorage.setItem('lookbook.reviewer', me)
  }, JSON.stringify({ id, name }))
  return page
}

const storedOf = ({ id, registers }: Board) => ({
  id,
  schema: 1,
  registers: [...registers].map(([key, { value, at, by }]) => [key, value, at, by]),
})

/** Puts a board into this browser, as if it had been made there. */
export async function keepBoard(page: Page, board: Board, origin = '') {
  await page.goto(`${origin}/no/such/page`)
  await page.evaluate(
    (stored) =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('lookbook-boards', 1)
        opening.addEventListener('upgradeneeded', () =>
          opening.result.createObjectStore('boards', { keyPath: 'id' }),
        )
        opening.addEventListener('error', () => reject(new Error('No database.')))
        opening.addEventListener('success', () => {
          const transaction = opening.result.transaction('boards', 'readwrite')
          transaction.objectStore('boards').put(stored)
          transaction.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      }),
    storedOf(board),
  )
}

/** The board as this browser keeps it. */
export async function keptBoard(page: Page, wanted: string = boardId): Promise<Board | null> {
  const stored: unknown = await page.evaluate(
    (id) =>
      new Promise<unknown>((resolve, reject) => {
        const opening = indexedDB.open('lookbook-boards', 1)
        opening.addEventListener('error', () => reject(new Error('No database.')))
        opening.addEventListener('success', () => {
          const asked = opening.result.transaction('boards').objectStore('boards').get(id)
          asked.addEventListener('success', () => {
            opening.result.close()
            resolve(asked.result)
          })
        })
      }),
    wanted,
  )
  const read = readStored(stored, Date.now())
  return typeof read === 'string' ? null : readBoard(read.id, read.registers)
}
