// Words that only the grid's cards show; they come with its code.

import { number } from './number.ts'

export const gridText = {
  play: (name: string) => `Play the clip of ${name}`,
  copyId: (name: string) => `Copy the id of ${name}`,
  more: (count: number) => `${number.format(count)} more`,
  moreOf: (count: number, person: string | undefined) =>
    person === undefined
      ? `${number.format(count)} more ${count === 1 ? 'look' : 'looks'} of this person`
      : `${number.format(count)} more of ${person}`,
  rest: (count: number) => `+${number.format(count)}`,
}
