import { expect, type Page } from '@playwright/test'
import { cardsOf } from './gallery.ts'

/** Opens the picker as a window that is its own host, where what surrounds it does not count. */
export async function openPicker(page: Page, options: object, address = '/pick') {
  await page.addInitScript((asked) => {
    Object.defineProperty(window, 'opener', { value: window })
    const envelope = { lookbook: 'picker', version: 1, id: '0123456789abcdef' }
    addEventListener('message', ({ data }) => {
      if (data.type === 'ready')
        postMessage({ ...envelope, type: 'init', nonce: data.nonce, options: asked }, location.origin)
      if (data.type === 'picked' || data.type === 'cancelled') clearInterval(timer)
    })
    const timer = setInterval(() => postMessage({ ...envelope, type: 'hello' }, location.origin), 100)
  }, options)
  await page.goto(address)
  await expect(cardsOf(page).first()).toBeVisible()
}
