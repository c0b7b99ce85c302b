import { AxeBuilder } from '@axe-core/playwright'
import { boardScenes } from './board-scenes.ts'
import { expect, test, type Page } from './fixtures.ts'
import {
  cardsOf,
  nextFrame,
  openGrid,
  openPersonFilter,
  openViewOptions,
  panelOf,
  selectFirst,
} from './gallery.ts'
import { openPicker } from './open-picker.ts'
import { popup, type Scene } from './scene.ts'

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']
const listing = '**/api/v3/avatars/looks?*'

const scenes: Record<string, Scene> = {
  grid: { open: (page) => openGrid(page, '/?size=xl') },
  'grid of people': { open: (page) => openGrid(page, '/?view=people&size=xl') },
  look: {
    open: async (page) => {
      await page.goto('/looks/Maya_knit_stage_side?size=xl')
      await expect(panelOf(page).getByRole('heading', { name: /More of/ })).toBeVisible()
    },
  },
  'selected looks': {
    open: async (page) => {
      await openGrid(page, '/?size=xl')
      await selectFirst(page, 3)
      await expect(page.getByRole('region', { name: 'Selected looks' })).toContainText('3 selected')
    },
  },
  'menu of selected looks': {
    open: async (page) => {
      await openGrid(page, '/?size=xl')
      await selectFirst(page, 1)
      await page.getByRole('button', { name: 'More' }).click()
      await expect(page.getByRole('button', { name: 'Copy ids' })).toBeVisible()
    },
    without: popup,
  },
  'look that is not there': {
    open: async (page) => {
      await page.goto('/looks/nobody-here?size=xl')
      await expect(panelOf(page).getByRole('heading')).toBeVisible()
    },
  },
  person: {
    open: async (page) => {
      await openGrid(page, '/?view=people&size=xl')
      await cardsOf(page).first().click()
      await expect(page.getByText('4 looks, that is all.')).toBeAttached()
    },
  },
  'page that is not there': {
    open: async (page) => {
      await page.goto('/no/such/page')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    },
  },
  'empty list': {
    open: async (page) => {
      await page.goto('/?type=studio_avatar&own=private')
      await expect(page.getByRole('button', { name: /Without/ })).toHaveCount(2)
    },
  },
  error: {
    open: async (page) => {
      await page.route(listing, (route) =>
        route.fulfill({
          status: 500,
          json: { data: null, error: { code: 'internal_error', message: 'No.' } },
        }),
      )
      await page.goto('/')
      await expect(page.getByRole('alert')).toBeVisible()
    },
  },
  skeleton: {
    open: async (page) => {
      await page.route(listing, () => {})
      await page.goto('/')
      await expect(page.getByRole('grid')).toBeVisible()
    },
  },
  'view options': {
    open: async (page) => {
      await openGrid(page, '/?size=xl')
      await openViewOptions(page)
    },
    without: popup,
  },
  'person filter': {
    open: async (page) => {
      await openGrid(page, '/?size=xl')
      await openPersonFilter(page)
      await expect(page.getByRole('option').first()).toBeVisible()
    },
    without: popup,
  },
  search: {
    open: async (page) => {
      await openGrid(page, '/?q=knit&size=xl')
      await expect(page.locator('mark').first()).toBeVisible()
    },
  },
  'all filters': {
    open: async (page) => {
      await openGrid(page, '/?gender=female,-male&size=xl')
      await page.getByRole('button', { name: 'All filters' }).click()
      await expect(page.getByRole('region', { name: 'Gender' })).toBeVisible()
    },
    without: popup,
  },
  'nothing matches': {
    open: async (page) => {
      await page.goto('/?q=kenji&gender=female')
      await expect(page.getByRole('button', { name: /Without/ })).toHaveCount(2)
    },
  },
  'people that match': {
    open: async (page) => {
      await openGrid(page, '/?q=studio&view=people&size=xl')
      await expect(cardsOf(page).first()).toContainText('look')
    },
  },
  'folded looks': {
    open: async (page) => {
      await page.addInitScript(() => localStorage.setItem('lookbook.view', '{"fold":true}'))
      await openGrid(page, '/?size=xl')
      await expect(page.getByRole('button', { name: /more/ }).first()).toBeVisible()
    },
  },
  catalogue: {
    open: async (page) => {
      await page.goto('/catalogue')
      await expect(page.getByRole('link', { name: /Photo avatar/ })).toBeVisible()
    },
  },
  'create by script': { open: (page) => openCreate(page), without: popup },
  'create by prompt': {
    open: async (page) => {
      await openCreate(page)
      await page.getByText('Prompt', { exact: true }).click()
      await expect(page.getByRole('radio', { name: /Soft portrait/ })).toBeAttached()
    },
    without: popup,
  },
  'create, not right yet': {
    open: async (page) => {
      await openCreate(page)
      await page.getByRole('button', { name: /^Create video/ }).click()
      await expect(page.getByRole('textbox', { name: 'Script' })).toHaveAttribute('aria-invalid', 'true')
    },
    without: popup,
  },
  'create, for several': {
    open: async (page) => {
      await page.goto('/create?looks=Maya_knit_stage_side,Wei_tee_studio_front,nobody')
      await expect(page.getByRole('button', { name: 'Create 2 videos' })).toBeVisible()
    },
    without: popup,
  },
  'voice picker': {
    open: async (page) => {
      await openCreate(page)
      await page.getByRole('button', { name: /^Voice/ }).click()
      await expect(page.getByRole('listbox').getByRole('option').nth(3)).toBeVisible()
    },
    without: popup,
  },
  picker: {
    open: async (page) => {
      await openPicker(page, {
        multiple: true,
        min: 3,
        max: 9,
        preselected: ['Maya_knit_stage_side', 'Wei_tee_studio_front'],
        filters: { type: 'studio_avatar' },
        lockedFilters: ['type'],
      })
      await expect(page.getByRole('button', { name: 'Take away Maya Knit Stage' })).toBeVisible()
    },
  },
  'picker of one look': {
    open: async (page) => {
      await openPicker(page, {}, '/pick?size=xl')
      await cardsOf(page).first().click()
      await expect(page.getByText(/ is chosen$/)).toBeVisible()
    },
  },
  'picker that nobody opened': {
    open: async (page) => {
      await page.goto('/pick')
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    },
  },
  renders: {
    open: async (page) => {
      await order(page)
      await page.goto('/renders')
      await expect(page.getByText('that is all.')).toBeAttached()
    },
  },
  'renders tray': {
    open: async (page) => {
      await order(page)
      await page.getByRole('button', { name: 'Close' }).last().click()
      await page.getByRole('button', { name: /^Renders/ }).click()
      await expect(page.getByRole('link', { name: 'All renders' })).toBeVisible()
    },
    without: popup,
  },
  'render of an agent': {
    open: async (page) => {
      await order(page, 'Prompt')
      await page.getByRole('link', { name: 'Follow it' }).click()
      await expect(page.getByRole('heading', { name: 'Messages' })).toBeVisible()
    },
  },
  palette: {
    open: async (page) => {
      await openGrid(page, '/?size=xl')
      await page.keyboard.press('Control+k')
      await expect(page.getByRole('dialog').getByRole('combobox')).toBeFocused()
      await page.keyboard.type('maya')
      await expect(page.getByRole('option', { name: /Maya/ }).first()).toBeVisible()
    },
    without: popup,
  },
  ...boardScenes,
}

async function openCreate(page: Page) {
  await page.goto('/create?look=Maya_knit_stage_side')
  await expect(page.getByRole('textbox', { name: 'Script' })).toBeVisible()
}

async function order(page: Page, way: 'Script' | 'Prompt' = 'Script') {
  await openCreate(page)
  if (way === 'Prompt') await page.getByText('Prompt', { exact: true }).click()
  await page.getByRole('textbox', { name: way }).fill('Hello.')
  await page.getByRole('button', { name: /^Create video/ }).click()
  await expect(page.getByRole('link', { name: 'Follow it' })).toBeVisible()
}

/** Scans what is there once nothing moves any more: half-way through a transition colours have no contrast. */
async function violations(page: Page, { without = [] }: Scene): Promise<string[]> {
  // A theme that was just changed has not reached what lies below a dialog.
  await nextFrame(page)
  await nextFrame(page)
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter((animation) => animation.effect?.getComputedTiming().iterations !== Infinity)
        .map((animation) => animation.finished.catch(() => {})),
    ),
  )
  const found = await new AxeBuilder({ page }).withTags(rules).disableRules(without).analyze()
  return found.violations.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary ?? ''}`),
  )
}

// Low windows and large cards keep their number small: axe looks at every one of them.
for (const width of [1440, 390])
  test.describe(`at ${width} px`, () => {
    test.use({ viewport: { width, height: 420 }, contextOptions: { reducedMotion: 'reduce' } })

    for (const [name, scene] of Object.entries(scenes))
      test(`axe finds nothing, light or dark: ${name}`, async ({ page, complaints }) => {
        complaints.expect(/status of (?:404|500) .*\/api\//)
        await scene.open(page)
        await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
        expect(await violations(page, scene)).toEqual([])
        // As the button in the bar does it, which an open look may cover.
        await page.evaluate(() => (document.documentElement.dataset['theme'] = 'dark'))
        expect(await violations(page, scene)).toEqual([])
      })
  })

test('the theme follows the system until it is chosen, and the choice holds', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' })
  await openGrid(page)
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await page.getByRole('button', { name: 'Switch to light' }).click()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await page.reload()
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light')
  await expect(page.getByRole('button', { name: 'Switch to dark' })).toBeVisible()
})
