import { spawnSync } from 'node:child_process'
import { reviewerOf } from '#boards/board.ts'
import { rollUp, visibleReviewers } from '#boards/roll-up.ts'
import { encodeShare } from '#boards/share/share-code.ts'
import { expect, test, type Page } from './fixtures.ts'
import { boardId, keptBoard, keepBoard, demoBoard, visitAs, written } from './kept-boards.ts'
import { originOf } from './servers.ts'

const looks = ['Maya_knit_stage_side', 'Wei_tee_studio_front', 'gone_look_public']
const [maya = '', wei = '', gone = ''] = looks
const ann = 'ann1ann1aa'
const ben = 'ben2ben2bb'

test.beforeEach(({ complaints }) => complaints.expect(/status of 404 .*\/looks\/gone_look_public$/))

const blind = () => demoBoard(looks, ann, [['blind', true]])
const linkOf = async (...of: Parameters<typeof encodeShare>) => `/r${(await encodeShare(...of)) ?? ''}`
const heading = (page: Page) => page.getByRole('heading', { level: 1 })

test('a board is shared, reviewed blind in another browser, and the reply merged', async ({ browser }) => {
  const first = await visitAs(browser, originOf('demo'), ann, 'Ann')
  const mine = written(blind(), ann, [
    [`verdict:${ann}:${maya}`, 'pick'],
    [`verdict:${ann}:${wei}`, 'reject'],
    [`submitted:${ann}`, true],
  ])
  await keepBoard(first, mine)

  const second = await visitAs(browser, originOf('demo'), ben)
  const link = await linkOf(mine, 'board', ann)
  await second.goto(link)
  await expect(heading(second)).toHaveText('Spring')
  await expect(second.getByText(/3 looks.*From Ann/)).toBeVisible()
  await expect(second.getByText(/A blind review/)).toBeVisible()
  // Nothing is taken in yet, and a reload shows the same.
  await second.reload()
  await expect(heading(second)).toHaveText('Spring')
  await second.getByRole('textbox', { name: 'Your name' }).fill('Ben')
  await second.getByRole('button', { name: 'Review it' }).press('Enter')
  await expect(second).toHaveURL(new RegExp(`/boards/${boardId}/review`))
  await expect.poll(async () => (await keptBoard(second))?.looks.map(({ id }) => id)).toEqual(looks)
  const theirs = await keptBoard(second)
  if (!theirs) throw new Error('The board is not there.')
  expect(reviewerOf(theirs, ben)?.name).toBe('Ben')
  // Ann's verdicts have not come along.
  expect(theirs.reviewers.map(({ name, reviews }) => [name, reviews.size])).toEqual([
    ['Ann', 0],
    ['Ben', 0],
  ])

  const reviewed = written(theirs, ben, [
    [`verdict:${ben}:${maya}`, 'reject'],
    [`verdict:${ben}:${gone}`, 'maybe'],
    [`score:${ben}:${gone}`, 4],
    [`submitted:${ben}`, true],
  ])
  const reply = await linkOf(reviewed, 'reply', ben)
  await first.goto(reply)
  await expect(heading(first)).toHaveText('Ben reviewed “Spring”')
  await expect(first.getByRole('listitem')).toHaveText([
    'Adds 2 verdicts by Ben',
    'Submits the review of Ben',
  ])
  await first.getByRole('button', { name: 'Add to “Spring”' }).click()
  await expect(first).toHaveURL(`/boards/${boardId}`)
  await expect.poll(async () => (await keptBoard(first))?.reviewers.length).toBe(2)
  const merged = await keptBoard(first)
  if (!merged) throw new Error('The board is not there.')
  const rows = rollUp(merged, visibleReviewers(merged, ann))
  expect(
    rows.map(({ votes, dispute, meanScore }) => [votes.pick, votes.maybe, votes.reject, dispute, meanScore]),
  ).toEqual([
    [1, 0, 1, 1, null],
    [0, 0, 1, 0, null],
    [0, 1, 0, 0, 4],
  ])

  // Once more: nothing happens, and it is said.
  await first.goto(reply)
  await expect(first.getByText('Nothing new for “Spring”.')).toBeVisible()
  await expect(first.getByRole('button', { name: /Add to/ })).toHaveCount(0)
  await second.goto(link)
  await expect(second.getByText('Nothing new for “Spring”.')).toBeVisible()
  await first.context().close()
  await second.context().close()
})

test('each bad link has its sentence, and another one in the same tab is read', async ({ page }) => {
  const link = await linkOf(blind(), 'board', ann)
  const cases: [string, RegExp][] = [
    ['/r', /nothing in this link/],
    [link.slice(0, -20), /end of this link is missing/],
    [link.replace(/.{6}$/, 'AAAAAA'), /altered on the way/],
    [link.replace('#1.', '#7.'), /newer Lookbook/],
    [`/r#1.${'A'.repeat(95_000)}`, /too large/],
    ['/r#hello', /not a Lookbook link/],
  ]
  for (const [address, sentence] of cases) {
    await page.goto(address)
    await expect(page.getByRole('alert')).toHaveText(sentence)
  }
  await page.evaluate((hash) => (location.hash = hash), link.slice(2))
  await expect(heading(page)).toHaveText('Spring')
})

test('a review of a board that is not here says so', async ({ page }) => {
  const reviewed = written(blind(), ben, [[`verdict:${ben}:${maya}`, 'pick']])
  await page.goto(await linkOf(reviewed, 'reply', ben))
  await expect(page.getByText(/that board is not in this browser/)).toBeVisible()
  await expect(page.getByRole('button', { name: /Add to/ })).toHaveCount(0)
})

/** Of poppler-utils; without it the pages are counted and not read. */
const reader = 'pdftotext'
const canRead = spawnSync(reader, ['-v']).error === undefined

test('the contact sheet prints one page for each so many looks, with their names and numbers', async ({
  browser,
  complaints,
}) => {
  const first = await visitAs(browser, originOf('demo'), ann, 'Ann')
  complaints.expect(/404 .*\/gone_/)
  const many = [...looks, 'gone_too', 'gone_as_well']
  await keepBoard(first, demoBoard(many, ann))
  await first.goto(`/boards/${boardId}/sheet?per=3`)
  await expect(first.getByRole('button', { name: 'Print' })).toHaveAttribute('aria-disabled', 'false')
  await expect(first.getByText('No longer in HeyGen').first()).toBeVisible()
  const pdf = await first.pdf({ preferCSSPageSize: true })
  const pages = pdf.toString('latin1').match(/\/Type\s*\/Page\b(?!s)/g) ?? []
  expect(pages).toHaveLength(2)
  if (canRead) {
    const { stdout } = spawnSync(reader, ['-layout', '-', '-'], { input: pdf, encoding: 'utf8' })
    const sheets = stdout.split('\f').filter((text) => text.trim() !== '')
    expect(sheets[0]).toMatch(/Spring.*1 \/ 2/)
    expect(sheets[1]).toMatch(/Spring.*2 \/ 2/)
    expect(sheets[0]).toContain('gone_look_public')
    // The app around it stays on the screen.
    expect(stdout).not.toMatch(/Lookbook|Portrait|Print/)
  }
  await first.context().close()
})
