import { beforeEach, expect, test, vi } from 'vitest'
import { CellPicture, watchPictures, type TryNext } from '#gallery/cell-picture.ts'
import { firstAttempt } from '#looks/picture-attempt.ts'

const tryNext = vi.fn<TryNext>()
beforeEach(() => {
  tryNext.mockReset().mockResolvedValue(null)
})

/** A picture in a watched box; nothing is ever loaded unless a test says so. */
function setUp({ cached = false } = {}) {
  const box = document.createElement('div')
  document.body.replaceChildren(box)
  const picture = new CellPicture()
  vi.spyOn(picture.image, 'complete', 'get').mockReturnValue(cached)
  box.append(picture.image)
  const end = watchPictures(box, tryNext)
  const shown = () => picture.image.getAttribute('src')
  return { box, picture, image: picture.image, shown, end }
}

const of = (id: string) => ({ url: `/${id}.webp`, name: `Ana ${id}`, lookId: id })
const fire = (image: HTMLElement, type: string) => image.dispatchEvent(new Event(type))
const settle = () => new Promise((resolve) => setTimeout(resolve))

test('nothing is asked for before it is said so', () => {
  const { picture, shown } = setUp()
  picture.want(of('a'), 240)
  expect(shown()).toBeNull()
  picture.ask(false)
  expect(shown()).toBe('/a.webp')
})

test('the picture of one is gone before that of the next is asked for', () => {
  const { picture, shown } = setUp()
  picture.want(of('a'), 240)
  picture.ask(false)
  picture.want(of('b'), 240)
  expect(shown()).toBeNull()
  picture.ask(false)
  expect(shown()).toBe('/b.webp')
})

test('the same picture stays as it is', () => {
  const { picture, image } = setUp()
  picture.want(of('a'), 240)
  picture.ask(false)
  const set = vi.spyOn(image, 'src', 'set')
  const removed = vi.spyOn(image, 'removeAttribute')
  picture.want({ ...of('a'), name: 'Other' }, 240)
  picture.ask(false)
  expect(set).not.toHaveBeenCalled()
  expect(removed).not.toHaveBeenCalled()
})

test('one that has to be waited for fades in when it is there; a cached one does not', () => {
  const late = setUp()
  late.picture.want(of('a'), 240)
  late.picture.ask(false)
  expect(late.image).toHaveClass('late')
  fire(late.image, 'load')
  expect(late.image).not.toHaveClass('late')

  const cached = setUp({ cached: true })
  cached.picture.want(of('a'), 240)
  cached.picture.ask(false)
  expect(cached.image).not.toHaveClass('late')
})

test('those that the page begins with come first, those that reuse their place do not', () => {
  const { picture, image } = setUp()
  picture.want(of('a'), 240)
  picture.ask(true)
  expect(image.fetchPriority).toBe('high')
  picture.want(of('b'), 240)
  picture.ask(false)
  expect(image.fetchPriority).toBe('auto')
})

test('another picture of the same person leaves the one before until it is there', () => {
  const { picture, image, shown } = setUp()
  picture.want(of('a'), 240)
  picture.ask(false)
  const removed = vi.spyOn(image, 'removeAttribute')
  picture.swap(of('b'))
  expect(shown()).toBe('/b.webp')
  expect(removed).not.toHaveBeenCalledWith('src')
})

test('where there is none, or no second link, initials stand for it, and give way to the next picture', async () => {
  const { box, picture, image, shown } = setUp()
  picture.want({ url: null, name: 'Omar Suit', lookId: 'a' }, 240)
  expect(box).toHaveTextContent('OS')
  expect(image.isConnected).toBe(false)
  picture.want({ ...of('b'), lookId: null }, 240)
  expect(box).toHaveTextContent('')
  picture.ask(false)
  expect(shown()).toBe('/b.webp')
  fire(image, 'error')
  await settle()
  expect(box).toHaveTextContent('AB')
  // Without a look's id no fresh link can be asked for.
  expect(tryNext.mock.calls.map(([lookId]) => lookId)).toEqual([undefined])
})

test('a failed picture is tried otherwise, until nothing is left', async () => {
  const { box, picture, image, shown } = setUp()
  const second = firstAttempt('/fresh.webp', 240)
  tryNext.mockResolvedValueOnce(second)
  picture.want(of('a'), 240)
  picture.ask(false)
  fire(image, 'error')
  await vi.waitFor(() => expect(shown()).toBe('/fresh.webp'))
  fire(image, 'error')
  await vi.waitFor(() => expect(box).toHaveTextContent('AA'))
  expect(tryNext.mock.calls).toEqual([
    ['a', firstAttempt('/a.webp', 240), 240],
    ['a', second, 240],
  ])
})

test('a fresh link that comes too late is not shown on somebody else', async () => {
  const { box, picture, image, shown } = setUp()
  const answer = Promise.withResolvers<Awaited<ReturnType<TryNext>>>()
  tryNext.mockReturnValue(answer.promise)
  picture.want(of('a'), 240)
  picture.ask(false)
  fire(image, 'error')
  picture.want(of('b'), 240)
  picture.ask(false)
  answer.resolve(firstAttempt('/fresh.webp', 240))
  await settle()
  expect(shown()).toBe('/b.webp')
  expect(box).toHaveTextContent('')
})

test('after its end nothing is followed', async () => {
  const { picture, image, end } = setUp()
  picture.want(of('a'), 240)
  picture.ask(false)
  end()
  fire(image, 'error')
  fire(image, 'load')
  await settle()
  expect(tryNext).not.toHaveBeenCalled()
  expect(image).toHaveClass('late')
})
