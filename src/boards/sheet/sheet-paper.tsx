import type { CSSProperties, ReactNode } from 'react'
import { boardLookName } from '#boards/names.ts'
import type { LookRollUp } from '#boards/roll-up.ts'
import { initialsOf } from '#looks/look-words.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { exportText as words } from '#messages/en-export.ts'
import { paperSize, type SheetGrid, type SheetSettings } from './sheet-layout.ts'
import type { SheetPicture, SheetPictures } from './sheet-pictures.ts'

export interface SheetPaperProps {
  rows: readonly LookRollUp[]
  title: string
  date: string
  place: number
  of: number
  settings: SheetSettings
  grid: SheetGrid
  children: (row: LookRollUp) => ReactNode
}

/** A page as it will lie in the printer. Lengths are `--mm`: on paper a millimetre, on screen what fits. */
export function SheetPaper({ rows, title, date, place, of, settings, grid, children }: SheetPaperProps) {
  const { width, height } = paperSize(settings)
  const style: CSSProperties & Record<`--${string}`, number> = {
    '--paper-width': width,
    '--paper-height': height,
    '--columns': grid.columns,
    '--picture': grid.picture,
  }
  return (
    <section className={`sheet-paper sheet-${settings.paper}-${settings.way}`} style={style}>
      <header className="sheet-head">
        <h2 dir="auto">{title}</h2>
        <p>
          {date}
          {'\u2002·\u2002'}
          {words.sheet.page(place, of)}
        </p>
      </header>
      <ol className="sheet-grid">{rows.map(children)}</ol>
    </section>
  )
}

export interface SheetCellProps {
  row: LookRollUp
  position: number
  picture: SheetPicture
  pictures: SheetPictures
  verdict: string
  chosen: boolean
}

/** A look on paper: its picture or why there is none, its name, its id, and what was said of it. */
export function SheetCell({ row, position, picture, pictures, verdict, chosen }: SheetCellProps) {
  const { id } = row.look
  const name = boardLookName(row.look)
  const { person } = row.look.note
  const why =
    picture.state === 'gone' ? boardWords.gone : picture.state === 'failed' ? words.sheet.failed : ''
  return (
    <li className={chosen ? 'sheet-cell sheet-chosen' : 'sheet-cell'}>
      {'src' in picture ? (
        <img
          src={picture.src}
          alt=""
          className="sheet-picture"
          draggable={false}
          onLoad={() => pictures.onLoaded(id, picture.src)}
          onError={() => pictures.onFailed(id, picture.src)}
        />
      ) : (
        <div className="sheet-picture sheet-none">
          <span aria-hidden="true">{initialsOf(name)}</span>
          {why !== '' && <p>{why}</p>}
        </div>
      )}
      <p className="sheet-name" dir="auto">
        <span className="sheet-position">{position}</span> {name}
        {/* HeyGen's own looks are mostly called after their people. */}
        {person && !name.startsWith(person) && <span className="sheet-person"> {person}</span>}
      </p>
      <p className="sheet-id">{id}</p>
      <p className="sheet-verdict">
        {[...(chosen ? [words.sheet.chosen] : []), ...(verdict === '' ? [] : [verdict])].join(' · ')}
      </p>
    </li>
  )
}
