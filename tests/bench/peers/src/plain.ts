// No framework and no library: what a grid of these cards costs at the least. A fixed number of cells is filled
// again and again, one video serves them all, and the grid stays below the detail view.
import { chips } from './card-words.ts'
import { hoverRest, isNearEnd, layoutNow, overscanRows } from './grid-rules.ts'
import { openLook } from './look-address.ts'
import { fetchLooks, type Look } from './looks.ts'
import { createCell } from './plain-cell.ts'

const layout = layoutNow()
const { columns, gap, cellWidth, mediaHeight, rowPitch } = layout

const element = (name: string, className: string) => {
  const made = document.createElement(name)
  made.className = className
  return made
}

const bar = element('header', 'bar')
const list = element('main', 'list')
const grid = element('div', 'rows')
grid.style.setProperty('--media-height', `${mediaHeight}px`)
grid.style.setProperty('--row-pitch', `${rowPitch}px`)
list.append(grid)
document.getElementById('root')?.append(bar, list)
const top = grid.offsetTop

const rowsHeld = Math.ceil(window.innerHeight / rowPitch) + 1 + 2 * overscanRows
const cells = Array.from({ length: rowsHeld * columns }, () => createCell(cellWidth))
for (const cell of cells) cell.hide()
grid.append(...cells.map((cell) => cell.element))

/** What is loaded of one filter. */
interface Loaded {
  type: string | null
  looks: Look[]
  next: string | undefined
  whole: boolean
  loading: boolean
}
const loaded = new Map<string | null, Loaded>()
let shown = listOf(null)

function listOf(type: string | null): Loaded {
  const known = loaded.get(type) ?? { type, looks: [], next: undefined, whole: false, loading: false }
  loaded.set(type, known)
  return known
}

function draw() {
  const first = Math.max(0, Math.floor((window.scrollY - top) / rowPitch) - overscanRows) * columns
  for (let index = first; index < first + cells.length; index++) {
    const cell = cells[index % cells.length]
    const look = shown.looks[index]
    if (!cell || cell.index === index) continue
    const column = index % columns
    const x = column * (cellWidth + gap)
    if (look) cell.show(look, index, `translate(${x}px,${((index - column) / columns) * rowPitch}px)`)
    else if (cell.index !== -1) cell.hide()
  }
  if (isNearEnd(top, shown.looks.length, layout)) void load(shown)
}

async function load(into: Loaded) {
  if (into.whole || into.loading) return
  into.loading = true
  const { data, next_token: next } = await fetchLooks(into.type, into.next)
  into.loading = false
  into.looks.push(...data)
  into.next = next ?? undefined
  into.whole = next === null
  if (into !== shown) return
  fit()
  draw()
}

function fit() {
  grid.style.height = `${Math.ceil(shown.looks.length / columns) * rowPitch}px`
}

for (const [type, label] of chips) {
  const chip = element('button', 'chip')
  chip.textContent = label
  chip.ariaPressed = 'false'
  chip.addEventListener('click', () => {
    shown = listOf(shown.type === type ? null : type)
    for (const other of bar.children) other.ariaPressed = String(other === chip && shown.type === type)
    for (const cell of cells) cell.hide()
    fit()
    window.scrollTo(0, 0)
    draw()
  })
  bar.append(chip)
}

const video = document.createElement('video')
video.muted = true
video.loop = true
video.playsInline = true
let over: Element | null = null
let rest: ReturnType<typeof setTimeout> | undefined
grid.addEventListener('pointerover', (event) => {
  const card = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-card]') : null
  if (card === over) return
  over = card
  clearTimeout(rest)
  video.remove()
  const clip = card?.dataset['clip']
  if (!clip) return
  rest = setTimeout(() => {
    video.src = clip
    card.querySelector('.media')?.append(video)
    // It ends early when the pointer goes on: nothing is wrong then.
    video.play().catch(() => undefined)
  }, hoverRest)
})
grid.addEventListener('pointerleave', () => {
  over = null
  clearTimeout(rest)
  video.remove()
})

const detail = element('section', 'detail')
detail.role = 'dialog'
function turn() {
  const look = openLook()
  detail.textContent = look
  if (look === null) detail.remove()
  else document.body.append(detail)
}
grid.addEventListener('click', (event) => {
  const link = event.target instanceof Element ? event.target.closest('a') : null
  if (!link) return
  event.preventDefault()
  history.pushState(null, '', link.href)
  turn()
})
history.scrollRestoration = 'manual'
window.addEventListener('popstate', turn)
window.addEventListener('scroll', draw, { passive: true })
void load(shown)
