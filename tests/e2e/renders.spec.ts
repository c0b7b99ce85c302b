import { expect, test, type Page } from './fixtures.ts'

const dialogOf = (page: Page) => page.getByRole('dialog', { name: 'Create video' })

/** Makes a video and closes the dialog. */
async function make(page: Page, lookId: string, script: string) {
  await page.goto(`/create?look=${lookId}`)
  await dialogOf(page).getByRole('textbox', { name: 'Script' }).fill(script)
  await page.keyboard.press('Control+Enter')
  await expect(dialogOf(page).getByText('HeyGen is making your video')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialogOf(page)).toHaveCount(0)
}

/** Checks of running videos from now on, by tab. */
function watchChecks(tabs: readonly Page[]): { tab: number; ids: number }[] {
  const checks: { tab: number; ids: number }[] = []
  for (const [tab, page] of tabs.entries())
    page.on('request', (request) => {
      const url = new URL(request.url())
      if (url.pathname !== '/api/v3/videos/statuses') return
      checks.push({ tab, ids: url.searchParams.get('video_ids')?.split(',').length ?? 0 })
    })
  return checks
}

test('of two tabs one asks, for all videos at once, every ten seconds', async ({ context }) => {
  const tabs = [await context.newPage(), await context.newPage()] as const
  const checks = watchChecks(tabs)
  await make(tabs[0], 'Maya_knit_stage_side', 'One. [slow]')
  await make(tabs[0], 'Wei_tee_studio_front', 'Two. [slow]')
  await tabs[1].goto('/renders')
  await expect(tabs[1].getByText('2 running')).toBeVisible()
  // Those of the time in which the videos were made do not count.
  checks.length = 0
  // Two ticks and a half.
  await tabs[0].waitForTimeout(25_000)
  expect(checks.length).toBeGreaterThanOrEqual(2)
  expect(checks.length).toBeLessThanOrEqual(4)
  expect(new Set(checks.map(({ tab }) => tab)).size).toBe(1)
  expect(checks.at(-1)?.ids).toBe(2)
})

test('a render that ends is said on any page, leads there, and marks the tab until it is seen', async ({
  page,
}) => {
  await make(page, 'Wei_tee_studio_front', 'Spring release')
  await expect(page.getByText('Spring release is ready').first()).toBeVisible({ timeout: 45_000 })
  await expect(page).toHaveTitle(/^\(1\) /)
  await page.getByRole('link', { name: 'Show' }).click()
  await expect(page).toHaveURL(/\/renders\/\w+$/)
  await expect(page.locator('video')).toBeVisible()
  await expect(page).not.toHaveTitle(/^\(1\) /)
})

test('what runs is there after a reload, and in the tray', async ({ page }) => {
  await make(page, 'Maya_knit_stage_side', 'Still running [slow]')
  await page.reload()
  const button = page.getByRole('button', { name: 'Renders, 1 running' })
  await button.click()
  const tray = page.getByRole('dialog', { name: 'Renders' })
  await expect(tray.getByText('Still running [slow]')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(button).toBeFocused()
})
