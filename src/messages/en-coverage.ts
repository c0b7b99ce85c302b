// The words of a person's coverage: in which shapes, for which engines.

import { number } from './number.ts'

export const coverageText = {
  title: 'Coverage',
  caption: (name: string) => `Looks of ${name} by orientation and engine`,
  corner: 'Orientation',
  none: 'none',
  count: (count: number, more: boolean) => `${number.format(count)}${more ? '+' : ''}`,
  cell: (looks: string, orientation: string, engine: string) => `${looks}, ${orientation}, ${engine}`,
}
