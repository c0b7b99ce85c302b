import { expect, test } from 'vitest'
import { ScrollSpeed } from '#gallery/scroll-speed.ts'

test('it is too fast above 6,000 pixels a second, in either direction, and no longer at rest', () => {
  const speed = new ScrollSpeed()
  speed.move(0, 0)
  speed.move(95, 16)
  expect(speed).toMatchObject({ fast: false, travel: 1 })
  speed.move(295, 32)
  expect(speed).toMatchObject({ fast: true, travel: 1 })
  speed.move(95, 48)
  expect(speed).toMatchObject({ fast: true, travel: -1 })
  speed.move(90, 107)
  expect(speed).toMatchObject({ fast: true, travel: -1 })
  speed.move(89, 108)
  expect(speed).toMatchObject({ fast: false, travel: -1 })
  speed.move(85, 124)
  expect(speed.travel).toBe(-1)
  speed.move(2000, 140)
  speed.rest()
  expect(speed).toMatchObject({ fast: false, travel: 0 })
})

test('frames that take longer than it lasts do not end it', () => {
  const speed = new ScrollSpeed()
  speed.move(0, 0)
  speed.move(1500, 120)
  speed.move(1900, 240)
  expect(speed.fast).toBe(true)
  speed.move(2000, 600)
  expect(speed.fast).toBe(false)
})

test('what was too fast stays so until it is half as fast, and then has to be too fast again', () => {
  const speed = new ScrollSpeed()
  const goOn = (perMs: number, frames: number) => {
    for (let frame = 0; frame < frames; frame++) speed.move((at += 16 * perMs), (time += 16))
    return speed.fast
  }
  let [at, time] = [0, 0]
  speed.move(at, time)
  expect(goOn(5, 20)).toBe(false)
  expect(goOn(7, 1)).toBe(true)
  expect(goOn(4, 60)).toBe(true)
  expect(goOn(2.5, 10)).toBe(false)
  expect(goOn(5, 20)).toBe(false)
})

test('one slow frame among fast ones changes nothing', () => {
  const speed = new ScrollSpeed()
  speed.move(0, 0)
  for (const [at, time] of [
    [200, 16],
    [250, 32],
    [300, 48],
    [600, 64],
  ] as const) {
    speed.move(at, time)
    expect(speed.fast).toBe(true)
  }
})

test('frames that take long do not make it slow, and a jump out of a rest is no speed', () => {
  const speed = new ScrollSpeed()
  speed.move(500_000, 1000)
  expect(speed.fast).toBe(false)
  speed.move(500_800, 1100)
  expect(speed.fast).toBe(true)
  speed.move(900_000, 200_000)
  expect(speed.fast).toBe(false)
})
