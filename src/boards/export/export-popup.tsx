import { Braces, Check, Copy, FileText, Package, Printer, Table, type LucideProps } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import type { ComponentType } from 'react'
import { Link } from 'react-router'
import type { Board } from '#boards/board.ts'
import { useMe } from '#boards/boards.ts'
import { sheetHref } from '#boards/hrefs.ts'
import { canReadBack } from '#boards/share/board-file.ts'
import { copyText } from '#gallery/copy-text.ts'
import { exportText as words } from '#messages/en-export.ts'
import { Popup, type PopupProps } from '#ui/popup.tsx'
import type { FindPeople } from './name-people.ts'
import { exportBoard, type BoardExport } from './save-export.ts'

const choices = words.choices

const files: { kind: BoardExport; icon: ComponentType<LucideProps>; label: string; hint: string }[] = [
  { kind: 'csv', icon: Table, label: choices.csv, hint: choices.csvHint },
  { kind: 'json', icon: Braces, label: choices.json, hint: choices.jsonHint },
  { kind: 'markdown', icon: FileText, label: choices.markdown, hint: choices.recordHint },
  { kind: 'record', icon: Braces, label: choices.record, hint: choices.recordHint },
  { kind: 'file', icon: Package, label: choices.file, hint: choices.fileHint },
]

const row =
  'flex w-full items-start gap-3 rounded-control px-2 py-2 text-left hover:bg-well aria-disabled:cursor-default aria-disabled:hover:bg-transparent'

/** A check, for the moment after copying. */
const CopyOrDone = ({ className = '', ...props }: LucideProps) => (
  <>
    <Copy {...props} className={`${className} group-data-done:hidden`} />
    <Check {...props} className={`${className} hidden group-data-done:block`} />
  </>
)

function Content({
  icon: Icon,
  label,
  hint,
}: {
  icon: ComponentType<LucideProps>
  label: string
  hint: string
}) {
  return (
    <>
      <Icon size={16} strokeWidth={1.75} className="mt-0.5 shrink-0 text-ink-2" aria-hidden="true" />
      <span className="min-w-0">
        <span className="block text-14 font-medium">{label}</span>
        <span className="block text-13 text-ink-2">{hint}</span>
      </span>
    </>
  )
}

interface Exported {
  board: Board
  findPeople: FindPeople
}

/** What a board can become, each with what it is good for. */
export const ExportPopup = ({
  board,
  findPeople,
  ...popup
}: Omit<PopupProps, 'label' | 'children'> & Exported) => (
  <Popup {...popup} label={words.title} align="end">
    <Choices board={board} findPeople={findPeople} />
  </Popup>
)

function Choices({ board, findPeople }: Exported) {
  const { id: me } = useMe()
  const empty = board.looks.length === 0
  // Read when the popup opens, not with each edit.
  const [fits] = useState(() => canReadBack(board))
  const unable = (kind: BoardExport) => (kind === 'markdown' || kind === 'record') && board.decision === null
  const hintOf = (kind: BoardExport, hint: string) =>
    unable(kind) ? choices.undecided : kind === 'file' && !fits ? choices.fileTooLarge : hint
  return (
    <ul className="-m-2 max-h-[min(70vh,560px)] w-76 max-w-[calc(100vw-40px)] overflow-y-auto">
      {empty && <li className="px-2 py-2 text-13 text-ink-2">{words.empty}</li>}
      {files.map(({ kind, icon, label, hint }) => (
        <Item key={kind}>
          <button
            type="button"
            className={row}
            aria-disabled={unable(kind)}
            onClick={() => {
              if (!unable(kind)) void exportBoard(board, kind, me, findPeople)
            }}
          >
            <Content icon={icon} label={label} hint={hintOf(kind, hint)} />
          </button>
        </Item>
      ))}
      <Item>
        <button
          type="button"
          className={`group ${row}`}
          aria-disabled={empty}
          onClick={({ currentTarget }) => {
            if (!empty) void copyText(board.looks.map((look) => look.id).join('\n'), currentTarget)
          }}
        >
          <Content icon={CopyOrDone} label={choices.ids} hint={choices.idsHint} />
        </button>
      </Item>
      <Item>
        <Link className={row} to={sheetHref(board.id)}>
          <Content icon={Printer} label={choices.sheet} hint={choices.sheetHint} />
        </Link>
      </Item>
    </ul>
  )
}

const Item = ({ children }: { children: ReactNode }) => <li>{children}</li>
