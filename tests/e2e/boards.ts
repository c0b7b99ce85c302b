import { expect, type Page } from './fixtures.ts'

export interface SeededBoard {
  /** How many looks, from the start of the catalogue. */
  looks: number
  /** How many of them are decided already. */
  decided?: number
  blind?: boolean
  /** Two more people have reviewed it. */
  others?: boolean
  /** Stands in the third look's place: HeyGen does not have it. */
  gone?: string
}

export const seededBoard = 'board1234'

/** Puts a board into this browser as the app keeps it (board-database.ts), and gives the ids of its looks in order. */
export async function seedBoard(page: Page, board: SeededBoard): Promise<string[]> {
  await page.goto('/no/such/page')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  return page.evaluate(
    async ({ id, wanted: { looks: count, decided = 0, blind = false, others = false, gone } }) => {
      interface Listed {
        id: string
        name: string
        avatar_type: string
        group_id: string
        image_width: number | null
        image_height: number | null
      }
      const looks: Listed[] = []
      let token: string | null = ''
      while (looks.length < count && token !== null) {
        const query: string = token ? `&token=${encodeURIComponent(token)}` : ''
        const answer = await fetch(`/api/v3/avatars/looks?limit=50${query}`, {
          headers: { 'X-Lookbook': '1' },
        })
        const listed: { data: Listed[]; next_token: string | null } = await answer.json()
        looks.push(...listed.data)
        token = listed.next_token
      }
      const list = looks.slice(0, count)
      if (gone !== undefined && list[2]) list[2] = { ...list[2], id: gone, name: gone }
      const [mine, at] = ['ann1aaaaaa', 1_700_000_000_000]
      const registers: [string, unknown, number, string][] = [
        ['name', 'Spring release host', at, mine],
        ['made', at, at, mine],
        ['blind', blind, at, mine],
      ]
      for (const [index, look] of list.entries()) {
        const { name, avatar_type: type, group_id: group, image_width: width, image_height: height } = look
        const note = { name, type, group, person: null, width, height, from: '' }
        registers.push([`look:${look.id}`, note, at, mine])
        registers.push([`on:${look.id}`, true, at, mine])
        registers.push([`at:${look.id}`, `b${String(index).padStart(4, '0')}V`, at, mine])
        if (index < decided)
          registers.push([`verdict:${mine}:${look.id}`, ['pick', 'reject', 'maybe'][index % 3], at, mine])
        if (!others) continue
        registers.push([`verdict:ben2bbbb:${look.id}`, 'pick', at + 1, 'ben2bbbb'])
        registers.push([`score:ben2bbbb:${look.id}`, 5, at + 1, 'ben2bbbb'])
        registers.push([`verdict:cyd3cccc:${look.id}`, 'maybe', at + 2, 'cyd3cccc'])
      }
      localStorage.setItem('lookbook.reviewer', JSON.stringify({ id: mine, name: '' }))
      await new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('lookbook-boards', 1)
        opening.addEventListener('upgradeneeded', () =>
          opening.result.createObjectStore('boards', { keyPath: 'id' }),
        )
        opening.addEventListener('error', () => reject(opening.error ?? new Error('No database.')))
        opening.addEventListener('success', () => {
          const writing = opening.result.transaction('boards', 'readwrite')
          writing.objectStore('boards').put({ id, schema: 1, registers })
          writing.addEventListener('complete', () => {
            opening.result.close()
            resolve()
          })
        })
      })
      return list.map((look) => look.id)
    },
    { id: seededBoard, wanted: board },
  )
}

export const stripOf = (page: Page) => page.getByRole('listbox', { name: 'Looks of the board' })

export async function openReview(page: Page, search = '') {
  await page.goto(`/boards/${seededBoard}/review${search}`)
  await expect(stripOf(page).getByRole('option', { selected: true })).toBeVisible()
}

/** The picture in sight, once it is there. */
export const pictureInSight = (page: Page) => page.locator('[data-look]:not([inert]) img').first()
