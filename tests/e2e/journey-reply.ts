import type { BrowserContext } from '@playwright/test'
import { reviewOf, type Board, type Reviewer } from '#boards/board.ts'
import { expect, type Page } from './fixtures.ts'
import { boardOf, button, judgeAll, link, pasted, press, said } from './journey.ts'
import { enter, expectFocus, tabTo } from './keys.ts'

const byName = (board: Board, wanted: string) => board.reviewers.find(({ name }) => name === wanted)

/** What the table of reviews says of two reviewers' looks, counted here by hand: the most disputed first. */
function expectedRows(ids: readonly string[], ...people: (Reviewer | undefined)[]): string[][] {
  const worth = { pick: 1, maybe: 0.5, reject: 0, undecided: Number.NaN }
  const rows = ids.map((id) => {
    const [a, b] = people.map((person) => reviewOf(person, id))
    if (!a || !b) throw new Error('Two are needed.')
    const votes = (['pick', 'maybe', 'reject'] as const).flatMap((verdict) => {
      const count = [a, b].filter((one) => one.verdict === verdict).length
      // The number is for eyes; who listens hears it with its word.
      return count > 0 ? [`${count} ${count} ${verdict}${count === 1 ? '' : 's'}`] : []
    })
    const score = String(((a.score ?? 0) + (b.score ?? 0)) / 2)
    // Four times the variance: of two values, the square of their difference.
    const dispute = (worth[a.verdict] - worth[b.verdict]) ** 2
    return { dispute, row: [id, votes.join(' '), score, dispute === 0 ? '– none' : `${dispute * 100} %`] }
  })
  return rows.toSorted((one, other) => other.dispute - one.dispute).map(({ row }) => row)
}

/** Ben, in a browser of his own: opens the link, reviews, submits, and copies his reply. */
export async function replyBlind(
  context: BrowserContext,
  address: string,
  id: string,
  ids: readonly string[],
) {
  const page = await context.newPage()
  await page.goto(address)
  await expect(page.getByRole('heading', { level: 1, name: 'Spring host' })).toBeVisible()
  await expect(page.getByText(/12 looks.*From Ann/)).toBeVisible()
  await page.keyboard.press('Tab')
  await tabTo(page, page.getByRole('textbox', { name: 'Your name' }))
  await page.keyboard.type('Ben')
  await press(page, 'Enter')
  await expect(page).toHaveURL(new RegExp(`/boards/${id}/review`))
  await expectFocus(page)
  // Nobody but himself, and nothing said.
  await said(page, 'Hidden until you submit')
  await said(page, '12 undecided')
  const reviewers = page.getByRole('region', { name: 'Reviewers' })
  await expect(reviewers.getByRole('listitem')).toHaveText(['YouNothing yet'])
  // What the other picked he rejects, and the other way round for one; of the rest he is not sure.
  const keys = new Map([
    [ids[0], 'x'],
    [ids[5], 'p'],
  ])
  const met = await judgeAll(page, (look) => keys.get(look) ?? 'm')
  expect(met.toSorted()).toEqual(ids.toSorted())
  expect(met).not.toEqual(ids)
  const before = await boardOf(page, id)
  expect(before.reviewers.map(({ name, reviews }) => [name, reviews.size])).toEqual([
    ['Ann', 0],
    ['Ben', 12],
  ])
  expect(before.decision).toBeNull()

  await enter(page, page.getByRole('main').getByRole('button', { name: 'Submit your review' }).first())
  await expect.poll(async () => byName(await boardOf(page, id), 'Ben')?.submitted).toBe(true)
  await expectFocus(page)
  await enter(page, page.getByRole('main').getByRole('button', { name: 'Share', exact: true }).first())
  await enter(page, button(page, 'Copy reply link'))
  const reply = page.getByRole('textbox', { name: 'Link to your review' })
  await expect.poll(() => pasted(page)).toBe(await reply.inputValue())
  await expectFocus(page)
  const board = await boardOf(page, id)
  const copied = await pasted(page)
  return { board, copied }
}

/** The first opens the reply, adds it, and reads what both say together. */
export async function merge(page: Page, reply: string, id: string, ids: readonly string[], theirs: Board) {
  await page.goto(reply)
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ben reviewed “Spring host”')
  await expect(page.getByRole('main').getByRole('listitem')).toHaveText([
    'Adds 12 verdicts by Ben',
    'Submits the review of Ben',
  ])
  await page.keyboard.press('Tab')
  await enter(page, button(page, 'Add to “Spring host”'))
  await expect(page).toHaveURL(new RegExp(`/boards/${id}$`))
  await expectFocus(page)

  await enter(page, link(page, 'Reviews'))
  await expect(page.getByRole('note')).toHaveText(/1 other review is hidden until you submit yours/)
  await expect(page.getByRole('table').getByRole('cell', { name: /reject/ })).toHaveCount(8)
  await enter(page, button(page, 'Submit my review'))
  await expectFocus(page)
  const people = page.getByRole('region', { name: 'Reviewers' }).getByRole('listitem')
  await expect(people).toHaveText([
    /^Ann \(you\)\s*12 of 12 decided · Submitted$/,
    /^Ben\s*12 of 12 decided · Submitted$/,
  ])

  const merged = await boardOf(page, id)
  const [ann, ben] = [byName(merged, 'Ann'), byName(merged, 'Ben')]
  // What Ben said arrived as he said it.
  for (const look of ids) expect(reviewOf(ben, look)).toEqual(reviewOf(byName(theirs, 'Ben'), look))
  const rows = page
    .getByRole('table')
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader') })
  const shown: string[][] = []
  for (const row of await rows.all()) {
    const look = (await row.getByRole('link').getAttribute('href'))?.split('/').at(-1) ?? ''
    const cells = await row.getByRole('cell').allInnerTexts()
    shown.push([decodeURIComponent(look), ...cells.map((words) => words.replaceAll(/\s+/g, ' ').trim())])
  }
  expect(shown).toEqual(expectedRows(ids, ann, ben))
  expect(shown[0]?.[3]).toBe('100 %')

  // The same link once more.
  await page.goto(reply)
  await expect(page.getByText('Nothing new for “Spring host”.')).toBeVisible()
  await expect(page.getByRole('button', { name: /Add to/ })).toHaveCount(0)
  await page.keyboard.press('Tab')
  await enter(page, page.getByRole('main').getByRole('link', { name: 'Open the board' }))
  await expect(page).toHaveURL(new RegExp(`/boards/${id}$`))
  await expectFocus(page)
  const after = await boardOf(page, id)
  expect([...after.registers]).toEqual([...merged.registers])
}
