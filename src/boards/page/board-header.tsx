import { EyeOff, Redo2, Swords, Undo2 } from 'lucide-react'
import type { ComponentType } from 'react'
import type { Board } from '#boards/board.ts'
import { boards } from '#boards/boards.ts'
import { duelsHref, reviewHref } from '#boards/hrefs.ts'
import { boardName } from '#boards/names.ts'
import { BackLink } from '#boards/parts/back-link.tsx'
import { iconOnPhone, wordOffPhone } from '#boards/parts/touch.ts'
import { caps } from '#boards/register-keys.ts'
import { stepBoard } from '#boards/step-board.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { boardsText, boardText } from '#messages/en-boards.ts'
import { ButtonLink } from '#ui/button.tsx'
import { Chip } from '#ui/chip.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { countVerdicts } from './arrange.ts'
import { EditableText } from './editable-text.tsx'
import { useStepKeys, useSteps } from './use-steps.ts'

const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const

/** What the app puts beside a board. */
export type BoardSlot = ComponentType<{ board: Board }>

export interface BoardHeaderProps {
  board: Board
  me: string
  ShareButton: BoardSlot | undefined
  ExportMenu: BoardSlot | undefined
}

/** The board's name, its brief, and what can be done with all of it. */
export function BoardHeader({ board, me, ShareButton, ExportMenu }: BoardHeaderProps) {
  const { id, name, brief, blind, looks } = board
  const { undecided } = countVerdicts(board, me)
  const steps = useSteps(id)
  useStepKeys(id)
  return (
    <header className="py-2">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2 max-sm:gap-x-0">
        <BackLink to="/boards" label={boardWords.allBoards} className="-ml-2" />
        <h1 className="-mx-2 min-w-0 text-20 font-semibold tracking-[-0.01em] max-sm:mx-0 max-sm:flex-1">
          <EditableText
            id="board-name"
            label={boardText.name}
            value={name}
            max={caps.name}
            placeholder={boardName(board)}
            onSave={(value) => boards.edit(id, [['name', value]], boardText.steps.name)}
          />
        </h1>
        <Pill>{boardsText.looks(looks.length)}</Pill>
        {undecided > 0 && <Pill>{boardWords.undecided(undecided)}</Pill>}
        <div className="flex items-center sm:ml-auto sm:gap-2">
          <Step id={id} way="undo" step={steps.undo} />
          <Step id={id} way="redo" step={steps.redo} />
        </div>
        <div className="flex flex-wrap items-center gap-2 max-sm:w-full">
          <Chip
            pressed={blind}
            title={boardWords.blindHint}
            // On a phone it is a button like those beside it.
            className={`${iconOnPhone} max-sm:h-11 max-sm:justify-center max-sm:rounded-control max-sm:[&_.lucide-check]:hidden`}
            onClick={() =>
              boards.edit(id, [['blind', !blind]], blind ? boardText.steps.blindOff : boardText.steps.blindOn)
            }
          >
            <EyeOff size={16} strokeWidth={1.75} aria-hidden="true" className="sm:hidden" />
            <span className={wordOffPhone}>{boardWords.blind}</span>
          </Chip>
          {ShareButton && <ShareButton board={board} />}
          {ExportMenu && <ExportMenu board={board} />}
          {looks.length > 1 && (
            <ButtonLink to={duelsHref(id)} title={boardText.duels} className={iconOnPhone}>
              <Swords size={16} strokeWidth={1.75} aria-hidden="true" />
              <span className={wordOffPhone}>{boardText.duels}</span>
            </ButtonLink>
          )}
          {looks.length > 0 && (
            <ButtonLink variant="main" to={reviewHref(id)} className="max-sm:flex-1 pointer-coarse:h-11">
              {boardText.review}
            </ButtonLink>
          )}
        </div>
      </div>
      <div className="-mx-2 mt-1 max-w-180 text-14 text-ink-2 max-sm:mt-2 sm:ml-8">
        <EditableText
          label={boardText.brief}
          value={brief}
          max={caps.brief}
          placeholder={boardText.briefEmpty}
          lines
          onSave={(value) => boards.edit(id, [['brief', value]], boardText.steps.brief)}
        />
      </div>
    </header>
  )
}

const Pill = ({ children }: { children: string }) => (
  // The filters say it too, and a phone has no room to say it twice.
  <span className="rounded-full bg-well max-sm:hidden px-2.5 py-1.5 text-12 font-medium text-ink-2 tabular-nums">
    {children}
  </span>
)

function Step({ id, way, step }: { id: string; way: 'undo' | 'redo'; step: string | null }) {
  const named = way === 'undo' ? boardWords.undoOf : boardWords.redoOf
  return (
    <IconButton
      label={step === null ? boardWords[way] : named(step)}
      aria-disabled={step === null}
      className="pointer-coarse:size-11"
      onClick={() => stepBoard(id, way)}
    >
      {way === 'undo' ? <Undo2 {...icon} /> : <Redo2 {...icon} />}
    </IconButton>
  )
}
