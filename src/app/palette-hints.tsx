import { Autocomplete } from '@base-ui/react/autocomplete'
import { paletteText as words } from '#messages/en-palette.ts'
import { Keys } from './palette-row.tsx'

const command = /Mac|iP/.test(navigator.userAgent) ? '⌘' : 'Ctrl'

const hints = [
  ['↵', words.hints.open],
  [`${command} ↵`, words.hints.tab],
  ['Esc', words.hints.close],
] as const

/** The palette's foot: what may be missing from the list, and the keys where there are any. */
export function PaletteHints({ status, found }: { status: string; found: string }) {
  return (
    <div
      className={`flex min-h-10 shrink-0 flex-wrap items-center justify-between gap-x-6 gap-y-1 border-t border-line px-5 py-2 text-12 text-ink-2 ${status ? '' : '[@media(hover:none)]:min-h-0 [@media(hover:none)]:border-0 [@media(hover:none)]:py-0'}`}
    >
      <Autocomplete.Status className="min-w-0 tabular-nums">
        {status}
        <span className="sr-only"> {found}</span>
      </Autocomplete.Status>
      <ul className="ml-auto flex items-center gap-4 [@media(hover:none)]:hidden" aria-hidden="true">
        {hints.map(([keys, word]) => (
          <li key={keys} className="flex items-center gap-1.5 whitespace-nowrap">
            <Keys>{keys}</Keys>
            {word}
          </li>
        ))}
      </ul>
    </div>
  )
}
