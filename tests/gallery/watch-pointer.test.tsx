import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { PreviewController } from '#gallery/preview/preview-controller.ts'
import type { PreviewSlot } from '#gallery/preview/preview-slot.ts'
import { targetOf, watchPointer } from '#gallery/preview/watch-pointer.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => document.body.replaceChildren())

const fakeSlot = (asked: string[]): PreviewSlot => ({
  duration: 4,
  show: (_media, url) => void asked.push(url),
  release: () => {},
})

/** A grid of three cards, the last one without a clip, under a watched pointer. */
function setUp() {
  const asked: string[] = []
  const controller = new PreviewController([fakeSlot(asked), fakeSlot(asked)])
  const root = document.createElement('div')
  root.innerHTML = `
    <div data-card="a" data-clip="a.mp4"><span class="media"><img></span><b>Name</b></div>
    <div data-card="b" data-clip="b.mp4"><span class="media"><img></span></div>
    <div data-card="c"><span class="media"><img></span></div>`
  document.body.append(root)
  const inCard = (id: string, selector = 'img') => {
    const found = root.querySelector(`[data-card=${id}] ${selector}`)
    if (!found) throw new Error(`There is no ${selector} in card ${id}.`)
    return found
  }
  const end = watchPointer(root, controller)
  return { asked, root, inCard, end }
}

function point(target: EventTarget, type: string, pointerType = 'mouse') {
  target.dispatchEvent(
    new PointerEvent(type, { bubbles: type !== 'pointerleave', pointerType, clientX: 5, clientY: 5 }),
  )
}

const scroll = () => window.dispatchEvent(new Event('scroll'))
const rest = () => vi.advanceTimersByTime(5000)

test('the clip of the card under a resting mouse is asked for once', () => {
  const { asked, inCard } = setUp()
  point(inCard('a'), 'pointerover')
  point(inCard('a', 'b'), 'pointerover')
  rest()
  expect(asked).toEqual(['a.mp4'])
})

test('a mouse that moves on in time asks for the clip it rests on', () => {
  const { asked, inCard } = setUp()
  point(inCard('a'), 'pointerover')
  vi.advanceTimersByTime(200)
  point(inCard('b'), 'pointerover')
  rest()
  expect(asked).toEqual(['b.mp4'])
})

test.each([
  {
    to: 'a card without a clip',
    move: (set: ReturnType<typeof setUp>) => point(set.inCard('c'), 'pointerover'),
  },
  { to: 'the gap between cards', move: (set: ReturnType<typeof setUp>) => point(set.root, 'pointerover') },
  { to: 'somewhere else', move: (set: ReturnType<typeof setUp>) => point(set.root, 'pointerleave') },
])('a mouse that goes to $to asks for nothing', ({ move }) => {
  const set = setUp()
  point(set.inCard('a'), 'pointerover')
  vi.advanceTimersByTime(200)
  move(set)
  rest()
  expect(set.asked).toEqual([])
})

test.each(['touch', 'pen'])('a %s asks for nothing', (kind) => {
  const { asked, inCard } = setUp()
  point(inCard('a'), 'pointerover', kind)
  rest()
  expect(asked).toEqual([])
})

test('nothing is asked for while a button is down', () => {
  const { asked, inCard } = setUp()
  point(inCard('a'), 'pointerover')
  vi.advanceTimersByTime(200)
  point(inCard('a'), 'pointerdown')
  rest()
  point(inCard('b'), 'pointerover')
  rest()
  expect(asked).toEqual([])
  point(window, 'pointerup')
  point(inCard('a'), 'pointerover')
  rest()
  expect(asked).toEqual(['a.mp4'])
})

test('nothing is asked for while the page scrolls, and the card it stops under plays', () => {
  const { asked, inCard } = setUp()
  point(inCard('a'), 'pointerover')
  vi.spyOn(document, 'elementFromPoint').mockReturnValue(inCard('b'))
  for (let at = 0; at < 30; at++) {
    scroll()
    vi.advanceTimersByTime(100)
  }
  expect(asked).toEqual([])
  rest()
  expect(asked).toEqual(['b.mp4'])
})

test('a card that the page moved under the mouse plays once the page is still', () => {
  const { asked, inCard } = setUp()
  point(inCard('a'), 'pointerover')
  scroll()
  // Browsers send this by themselves when what is under a resting mouse has changed.
  point(inCard('b'), 'pointerover')
  vi.spyOn(document, 'elementFromPoint').mockReturnValue(inCard('b'))
  rest()
  expect(asked).toEqual(['b.mp4'])
})

test('nothing is asked for in a hidden tab', () => {
  const { asked, inCard } = setUp()
  const hidden = vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  point(inCard('a'), 'pointerover')
  rest()
  expect(asked).toEqual([])
  hidden.mockReturnValue(false)
  point(inCard('b'), 'pointerover')
  vi.advanceTimersByTime(200)
  hidden.mockReturnValue(true)
  document.dispatchEvent(new Event('visibilitychange'))
  rest()
  expect(asked).toEqual([])
})

test('after its end nothing is watched', () => {
  const { asked, inCard, end } = setUp()
  point(inCard('a'), 'pointerover')
  end()
  point(inCard('b'), 'pointerover')
  scroll()
  rest()
  expect(asked).toEqual([])
})

test('a card without a clip, and what is no card, is no target', () => {
  const { inCard, root } = setUp()
  expect(targetOf(inCard('a'))?.url).toBe('a.mp4')
  expect(targetOf(inCard('c'))).toBeNull()
  expect(targetOf(root)).toBeNull()
  expect(targetOf(window)).toBeNull()
  expect(targetOf(null)).toBeNull()
})
