import { encodeShare } from '#boards/share/share-code.ts'
import { openReview, seedBoard, seededBoard } from './boards.ts'
import { expect, type Page } from './fixtures.ts'
import { panelOf } from './gallery.ts'
import { boardId, demoBoard, keepBoard, written } from './kept-boards.ts'
import { popup, type Scene } from './scene.ts'

const ann = 'ann1ann1aa'
const sharedBoard = demoBoard(['Maya_knit_stage_side', 'gone'], ann, [['blind', true]])

/** Puts a look on a new board, and leaves it open. */
async function addToBoard(page: Page) {
  await page.goto('/looks/Maya_knit_stage_side?size=xl')
  await panelOf(page).getByRole('button', { name: 'Add to board' }).click()
  await page.getByRole('textbox', { name: 'Board name' }).fill('Spring')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Added 1 look to Spring.').last()).toBeVisible()
}

async function openBoard(page: Page) {
  await addToBoard(page)
  await page.goto('/boards')
  await page.getByRole('link', { name: 'Spring' }).click()
  await page.getByRole('gridcell').getByRole('link').focus()
}

export const boardScenes: Record<string, Scene> = {
  compare: {
    open: async (page) => {
      await page.goto('/compare?ids=Maya_knit_stage_side,Wei_tee_studio_front,nobody&frame=16:9')
      await expect(page.getByText('No longer in HeyGen')).toBeVisible()
      await expect(page.getByRole('table', { name: 'Facts' })).toContainText('Maya')
    },
  },
  'compare, too few': {
    open: async (page) => {
      await page.goto('/compare?ids=Maya_knit_stage_side')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    },
  },
  'frame and background': {
    open: async (page) => {
      await page.goto('/compare?ids=Maya_knit_stage_side,Wei_tee_studio_front&bg=brand')
      await page.getByRole('button', { name: 'Frame' }).click()
      await expect(page.getByLabel('Brand colour')).toBeVisible()
    },
    without: popup,
  },
  review: {
    open: async (page) => {
      await seedBoard(page, { looks: 24, decided: 9, others: true })
      await openReview(page)
      await page.keyboard.press('4')
    },
  },
  'blind review of a look that is gone': {
    open: async (page) => {
      await seedBoard(page, { looks: 6, blind: true, others: true, gone: 'nobody-here' })
      await openReview(page, '?look=nobody-here')
      await expect(page.getByText('No longer in HeyGen').first()).toBeVisible()
    },
  },
  'review that is finished': {
    open: async (page) => {
      await seedBoard(page, { looks: 6, decided: 5 })
      await openReview(page)
      await page.keyboard.press('p')
      await expect(page.getByRole('heading', { name: 'All 6 decided' })).toBeVisible()
    },
  },
  'keys of review': {
    open: async (page) => {
      await seedBoard(page, { looks: 6 })
      await openReview(page)
      await page.keyboard.press('?')
      await expect(page.getByRole('checkbox').first()).toBeVisible()
    },
    without: popup,
  },
  'menu of review, or its keys where there is room': {
    open: async (page) => {
      await seedBoard(page, { looks: 6 })
      await openReview(page)
      await page
        .getByRole('button', { name: /^(?:More|Keys and settings)$/ })
        .last()
        .click()
      await expect(page.getByRole('checkbox').first()).toBeVisible()
    },
    without: popup,
  },
  duels: {
    open: async (page) => {
      await seedBoard(page, { looks: 9, decided: 9 })
      await page.goto(`/boards/${seededBoard}/duels`)
      await expect(page.getByRole('button', { name: / is better$/ })).toHaveCount(2)
      await page.keyboard.press('ArrowLeft')
    },
  },
  'no boards': {
    open: async (page) => {
      await page.goto('/boards')
      await expect(page.getByRole('heading', { name: 'No boards yet' })).toBeVisible()
    },
  },
  boards: {
    open: async (page) => {
      await addToBoard(page)
      await page.goto('/boards')
      await expect(page.getByRole('listitem')).toBeVisible()
    },
  },
  board: {
    open: async (page) => {
      await openBoard(page)
      await page.keyboard.press('p')
      await page.keyboard.press('3')
      await page.keyboard.press('Shift+Space')
      await expect(page.getByRole('region', { name: '1 selected' })).toBeVisible()
    },
  },
  'review of a board that is not there': {
    open: async (page) => {
      await page.goto('/boards/nosuchboard/review')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    },
  },
  'board that is not there': {
    open: async (page) => {
      await page.goto('/boards/nobody2345')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    },
  },
  'reviews of a board': {
    open: async (page) => {
      await openBoard(page)
      await page.getByRole('button', { name: 'Blind' }).click()
      await page.getByRole('link', { name: 'Reviews' }).click()
      await expect(page.getByRole('table')).toBeVisible()
    },
  },
  'decision of a board': {
    open: async (page) => {
      await openBoard(page)
      await page.keyboard.press('p')
      await page.getByRole('link', { name: 'Decision' }).click()
      await expect(page.getByRole('form', { name: 'Decision' })).toBeVisible()
    },
  },
  'menu of a look on a board': {
    open: async (page) => {
      await openBoard(page)
      await page.keyboard.press('Shift+F10')
      await expect(page.getByRole('menuitem', { name: 'Open' })).toBeVisible()
    },
    without: popup,
  },
  'add to board': {
    open: async (page) => {
      await addToBoard(page)
      // Its notice may lie over the button.
      await page.reload()
      await panelOf(page).getByRole('button', { name: 'Add to board' }).click()
      await expect(page.getByText('All on it')).toBeVisible()
    },
    without: popup,
  },
  'shared board': {
    open: async (page) => {
      await page.goto(`/r${(await encodeShare(sharedBoard, 'board', ann)) ?? ''}`)
      await expect(page.getByRole('button', { name: 'Review it' })).toBeVisible()
    },
  },
  'shared review': {
    open: async (page) => {
      await keepBoard(page, sharedBoard)
      const reviewed = written(sharedBoard, 'ben2ben2bb', [['verdict:ben2ben2bb:gone', 'pick']])
      await page.goto(`/r${(await encodeShare(reviewed, 'reply', 'ben2ben2bb')) ?? ''}`)
      await expect(page.getByRole('button', { name: 'Add to “Spring”' })).toBeVisible()
    },
  },
  'link that is cut': {
    open: async (page) => {
      await page.goto('/r#1.AAAA')
      await expect(page.getByRole('alert')).toBeVisible()
    },
  },
  'contact sheet': {
    open: async (page) => {
      await keepBoard(page, sharedBoard)
      await page.goto(`/boards/${boardId}/sheet?per=3`)
      await expect(page.getByText('ready to print')).toBeVisible()
    },
  },
}
