// The words of the renders that are there from the start; the others come with their views.

import { number } from './number.ts'

export const rendersButtonText = {
  ready: (title: string) => `${title} is ready`,
  failed: (title: string) => `${title} came to nothing`,
  show: 'Show',
  open: 'Renders',
  openRunning: (count: number) => `Renders, ${number.format(count)} running`,
  openNews: (count: number) => `Renders, ${number.format(count)} new`,
}
