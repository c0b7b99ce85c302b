import { useState, type ComponentType, type ReactNode } from 'react'
import { Link } from 'react-router'
import type { BoardLook } from '#boards/board.ts'
import { boardLookCaption, boardLookName } from '#boards/names.ts'
import { Thumb } from '#boards/parts/thumb.tsx'
import { selection } from '#gallery/selection/selection.ts'
import type { Look } from '#heygen/schemas/look.ts'
import { captionOf, nameOf } from '#looks/look-words.ts'
import { Picture } from '#looks/picture.tsx'
import { compareText as words } from '#messages/en-compare.ts'
import { inputStyles } from '#ui/field.tsx'
import { Popup } from '#ui/popup.tsx'
import type { PopupAnchor } from '#ui/use-popup.ts'

/** Looks of a board that are shown at first: each asks for its picture. */
const most = 40

/** What finds looks by their words: shows those it finds by `children`, and says why there may be none. */
export type LookSearch = ComponentType<{ typed: string; children: (look: Look) => ReactNode }>

export interface Addable {
  /** The looks that are compared. */
  ids: readonly string[]
  onAdd: (id: string) => void
  /** The board's looks, where there is one, and its name. */
  board: { name: string; looks: readonly BoardLook[] } | undefined
  LookSearch: LookSearch
}

export type AddLookPopupProps = PopupAnchor & Addable

const fold = (value: string) => value.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Another look for the comparison: from the board, by its name, or from the grid. */
export function AddLookPopup({ ids, onAdd, board, LookSearch, ...popup }: AddLookPopupProps) {
  const [value, setValue] = useState('')
  const typed = value.trim()
  const found = (board?.looks ?? []).filter(
    (look) =>
      !ids.includes(look.id) &&
      fold(`${boardLookName(look)} ${look.note.person ?? ''}`).includes(fold(typed)),
  )
  function add(id: string) {
    setValue('')
    popup.onOpenChange(false, { event: new Event('chosen') })
    onAdd(id)
  }
  const listed = new Set(found.slice(0, most).map(({ id }) => id))
  return (
    <Popup {...popup} label={words.add} align="end">
      <div className="-m-2 flex w-[min(22rem,calc(100vw-3.5rem))] flex-col gap-1">
        <input
          type="search"
          aria-label={words.search}
          placeholder={words.search}
          maxLength={200}
          value={value}
          className={`${inputStyles.line} mb-1`}
          onChange={(event) => setValue(event.target.value)}
        />
        <div className="max-h-[min(24rem,50dvh)] overflow-y-auto overscroll-contain">
          {board && found.length > 0 && (
            <section aria-label={words.onBoard(board.name)}>
              <h3 className="truncate px-2 pt-1 pb-1 text-12 font-medium text-ink-2">
                {words.onBoard(board.name)}
              </h3>
              <ul>
                {found.slice(0, most).map((look) => (
                  <Row
                    key={look.id}
                    picture={<Thumb look={look} className="size-11" />}
                    name={boardLookName(look)}
                    caption={boardLookCaption(look)}
                    onClick={() => add(look.id)}
                  />
                ))}
              </ul>
              {found.length > most && (
                <p className="px-2 py-1 text-12 text-ink-2">{words.moreOnBoard(found.length - most)}</p>
              )}
            </section>
          )}
          {typed !== '' && (
            <section aria-label={words.allLooks}>
              <h3 className="px-2 pt-2 pb-1 text-12 font-medium text-ink-2">{words.allLooks}</h3>
              <LookSearch typed={typed}>
                {(look) =>
                  ids.includes(look.id) || listed.has(look.id) ? null : (
                    <Row
                      key={look.id}
                      picture={
                        <Picture
                          lookId={look.id}
                          url={look.preview_image_url}
                          name={nameOf(look)}
                          className="size-11 shrink-0 rounded-control bg-media object-cover object-[50%_18%] text-12"
                        />
                      }
                      name={nameOf(look)}
                      caption={captionOf(look)}
                      onClick={() => add(look.id)}
                    />
                  )
                }
              </LookSearch>
            </section>
          )}
        </div>
        {!board && (
          <Link
            to="/"
            className="inline-flex min-h-10 items-center rounded-control px-2 text-13 font-medium text-accent-text hover:bg-well"
            onClick={() => void selection.add(ids)}
          >
            {words.inGrid}
          </Link>
        )}
      </div>
    </Popup>
  )
}

interface RowProps {
  picture: ReactNode
  name: string
  caption: string
  onClick: () => void
}

const Row = ({ picture, name, caption, onClick }: RowProps) => (
  <li>
    <button
      type="button"
      className="flex min-h-13 w-full items-center gap-3 rounded-control px-2 py-1 text-left hover:bg-well"
      onClick={onClick}
    >
      {picture}
      <span className="min-w-0">
        <span className="block truncate text-14" dir="auto">
          {name}
        </span>
        <span className="block truncate text-12 text-ink-2">{caption}</span>
      </span>
    </button>
  </li>
)
