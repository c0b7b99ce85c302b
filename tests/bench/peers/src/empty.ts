// A first screen of cards that stays where it is, and below it nothing, as long as all looks of the catalogue would
// be: what the browser, the wheel and the measuring itself cost in any page.
import { layoutNow } from './grid-rules.ts'
import { fetchLooks } from './looks.ts'
import { createCell } from './plain-cell.ts'

/** Looks below the first screen: more than any scroll goes down. */
const looks = 10_000

const { columns, gap, cellWidth, mediaHeight, rowPitch } = layoutNow()

const bar = document.createElement('header')
bar.className = 'bar'
const list = document.createElement('main')
list.className = 'list'
const grid = document.createElement('div')
grid.className = 'rows'
grid.style.setProperty('--media-height', `${mediaHeight}px`)
grid.style.setProperty('--row-pitch', `${rowPitch}px`)
grid.style.height = `${(looks / columns) * rowPitch}px`
list.append(grid)
document.getElementById('root')?.append(bar, list)

const { data } = await fetchLooks(null, undefined)
for (const [index, look] of data.slice(0, 4 * columns).entries()) {
  const cell = createCell(cellWidth)
  const column = index % columns
  const row = (index - column) / columns
  cell.show(look, index, `translate(${column * (cellWidth + gap)}px,${row * rowPitch}px)`)
  grid.append(cell.element)
}
