import { VerdictIcon } from '#boards/parts/verdict-mark.tsx'
import { givenVerdicts, type Verdict } from '#boards/register-keys.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { compareText as words } from '#messages/en-compare.ts'

const tones = {
  pick: 'aria-pressed:text-good',
  maybe: 'aria-pressed:text-warn',
  reject: 'aria-pressed:text-bad',
}

export interface PaneVerdictProps {
  boardName: string
  verdict: Verdict
  onVerdict: (verdict: Verdict) => void
  onKeep: () => void
}

/** What the board's reviewer says of a look; pressing what is said takes it back. */
export function PaneVerdict({ boardName, verdict, onVerdict, onKeep }: PaneVerdictProps) {
  return (
    <div
      role="group"
      aria-label={words.verdict(boardName)}
      className="flex flex-wrap items-center gap-1 border-t border-line px-2 py-1.5"
    >
      {givenVerdicts.map((choice) => (
        <button
          key={choice}
          type="button"
          aria-pressed={verdict === choice}
          className={`inline-flex h-8 items-center gap-1.5 rounded-control px-2 text-13 text-ink-2 transition-colors duration-120 hover:bg-well aria-pressed:bg-well aria-pressed:font-medium ${tones[choice]}`}
          onClick={() => onVerdict(verdict === choice ? 'undecided' : choice)}
        >
          <VerdictIcon verdict={choice} size={16} />
          {boardWords.verdict[choice]}
        </button>
      ))}
      <button
        type="button"
        className="ml-auto inline-flex h-8 items-center rounded-control px-2 text-13 text-ink-2 transition-colors duration-120 hover:bg-well hover:text-ink"
        onClick={onKeep}
      >
        {words.keep}
      </button>
    </div>
  )
}
