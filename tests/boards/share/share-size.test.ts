import { expect, test } from 'vitest'
import { addLooks, newBoard, type NotedLook } from '#boards/board-edits.ts'
import { readBoard } from '#boards/board.ts'
import { mergeRegisters, writeChanges, type Change, type Registers } from '#boards/register.ts'
import { decodeShare, encodeShare } from '#boards/share/share-code.ts'

const people =
  'Abigail Adriana Aditya Amelia Annelore Artur Bahar Bastien Brandon Byron Caroline Conrad Daphne Diora Dexter Elenora Emery Esmond Fina Freja'.split(
    ' ',
  )
const places = ['Office', 'Green Couch', 'Market', 'Sofa', 'Nurse Sitting', 'Business', 'Café Professional']
const sides = ['Front', 'Side', '(Motion)', '(Upper Body)', '2', '3']

/** Digits without a pattern, the same each time: a linear congruence over 2^31. */
function hexDigits() {
  let state = 11
  return () =>
    Array.from({ length: 32 }, () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff
      return ((state >>> 16) & 15).toString(16)
    }).join('')
}

/** Names and ids as HeyGen's are: 4 of 5 looks have 32 digits, the others a studio's long name. */
function candidates(groups: number): NotedLook[] {
  const hex = hexDigits()
  const ids = Array.from({ length: groups }, hex)
  return Array.from({ length: 60 }, (_, at) => {
    const person = people[at % people.length] ?? ''
    const name = `${person} ${places[(at * 5) % 7]} ${sides[(at * 11) % 6]}`
    const studio = at % 5 === 0
    return {
      id: studio ? `${name.replaceAll(/\W+/g, '_')}_public_${20_240_000 + at * 37}` : hex(),
      note: {
        name,
        type: studio ? 'studio_avatar' : 'photo_avatar',
        group: ids[at % groups] ?? null,
        person,
        width: at % 3 ? 1920 : 720,
        height: at % 3 ? 1080 : 1280,
        from: 'gender=female&place=office',
      },
    }
  })
}

function boardOf(looks: readonly NotedLook[], atOnce: boolean) {
  let now = Date.UTC(2026, 10, 3, 9)
  let registers: Registers = new Map()
  const brief = 'Somebody calm and friendly for the onboarding videos, in a real place, no studio walls.'
  const write = (changes: readonly Change[]) => {
    // Clicks are some seconds apart, now more and now less.
    now += 1000 + ((now * 7919) % 9001)
    registers = mergeRegisters(registers, writeChanges(registers, changes, 'k3x9m2p7qa', now))
  }
  write(newBoard('Spring campaign, second round', brief, now))
  for (const some of atOnce ? [looks] : looks.map((look) => [look]))
    write(addLooks(readBoard('b7d2k9x4m3q8w5ze', registers), some))
  return readBoard('b7d2k9x4m3q8w5ze', registers)
}

const origin = 'https://lookbook.studio.example.com/r'

// Half of a link is ids, which nothing makes smaller: 16 bytes a look, and 16 a person.
test.each([
  ['20 people, added at once', 20, true, 3000],
  ['20 people, added one by one', 20, false, 3000],
  ['60 people, added at once', 60, true, 3700],
])('60 looks fit a link of 3 kB, unless no two are of one person: %s', async (_, groups, atOnce, most) => {
  const board = boardOf(candidates(groups), atOnce)
  const fragment = (await encodeShare(board, 'board', 'k3x9m2p7qa')) ?? ''
  expect(origin.length + fragment.length).toBeLessThanOrEqual(most)
  expect(await decodeShare(fragment, Date.UTC(2026, 10, 4))).toEqual({
    what: 'board',
    id: board.id,
    registers: board.registers,
  })
})
