import { VerdictIcon } from '#boards/parts/verdict-mark.tsx'
import { givenVerdicts, type Verdict } from '#boards/register-keys.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { compareText as words } from '#messages/en-compare.ts'

const tones = {
  pick: 'aria-pressed:text-good',
  maybe: 'aria-pressed:text-warn',
  reject: 'aria-pressed:text-bad',
}

const quiet =
  'ml-auto inline-flex h-8 items-center justify-center @max-[15rem]:w-full rounded-control px-2 text-13 text-ink-2 transition-colors duration-120 hover:bg-well hover:text-ink pointer-coarse:h-11'

export interface PaneVerdictProps {
  boardName: string
  /** Null where it is not on the board. */
  verdict: Verdict | null
  onVerdict: (verdict: Verdict) => void
  onKeep: () => void
  onPut: () => void
}

/** What the board's reviewer says of a look; pressing what is said takes it back. */
export function PaneVerdict({ boardName, verdict, onVerdict, onKeep, onPut }: PaneVerdictProps) {
  if (verdict === null)
    return (
      <div className="flex flex-wrap items-center justify-between gap-x-2 border-t border-line py-1.5 pr-2 pl-3.5">
        <p className="text-13 text-ink-2">{words.notOnBoard}</p>
        <button type="button" className={quiet} onClick={onPut}>
          {words.put}
        </button>
      </div>
    )
  return (
    <div
      role="group"
      aria-label={words.verdict(boardName)}
      className="@container border-t border-line px-2 py-1.5"
    >
      <div className="flex flex-wrap items-center gap-1">
        {givenVerdicts.map((choice) => (
          <button
            key={choice}
            type="button"
            title={boardWords.verdict[choice]}
            aria-pressed={verdict === choice}
            className={`inline-flex h-8 items-center justify-center gap-1.5 rounded-control px-2 text-13 text-ink-2 transition-colors duration-120 hover:bg-well @max-[15rem]:flex-1 pointer-coarse:h-11 aria-pressed:bg-well aria-pressed:font-medium ${tones[choice]}`}
            onClick={() => onVerdict(verdict === choice ? 'undecided' : choice)}
          >
            <VerdictIcon verdict={choice} size={16} />
            {/* Beside each other on a phone there is room for the marks alone. */}
            <span className="@max-[15rem]:sr-only">{boardWords.verdict[choice]}</span>
          </button>
        ))}
        <button type="button" className={quiet} onClick={onKeep}>
          {words.keep}
        </button>
      </div>
    </div>
  )
}
