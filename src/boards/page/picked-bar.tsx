import { Clapperboard, Columns3, Trash2, X } from 'lucide-react'
import { boardGridText as words } from '#messages/en-boards.ts'
import { Button } from '#ui/button.tsx'
import { IconButton } from '#ui/icon-button.tsx'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

export interface PickedBarProps {
  ids: readonly string[]
  hidden: number
  onCompare: (ids: readonly string[]) => void
  onCreate: ((ids: readonly string[]) => void) | undefined
  onRemove: (ids: readonly string[]) => void
  onClear: () => void
}

/** What can be done with the looks that are selected, over the page's lower end. */
export function PickedBar({ ids, hidden, onCompare, onCreate, onRemove, onClear }: PickedBarProps) {
  const comparable = ids.length >= 2 && ids.length <= 6
  return (
    <section
      aria-label={words.selected(ids.length, hidden)}
      className="fixed inset-x-4 bottom-4 z-20 flex flex-wrap items-center justify-center gap-2 rounded-media border border-line bg-raised p-2 pl-4 shadow-panel sm:right-auto sm:left-1/2 sm:-translate-x-1/2"
    >
      <p role="status" className="mr-2 text-13 font-medium tabular-nums">
        {words.selected(ids.length, hidden)}
      </p>
      <Button
        aria-disabled={!comparable}
        title={comparable ? undefined : words.compareHint}
        className="aria-disabled:cursor-default aria-disabled:opacity-45"
        onClick={() => comparable && onCompare(ids)}
      >
        <Columns3 {...icon} />
        {words.compare}
      </Button>
      {onCreate && (
        <Button variant="main" onClick={() => onCreate(ids)}>
          <Clapperboard {...icon} />
          {words.create}
        </Button>
      )}
      <IconButton label={words.remove} onClick={() => onRemove(ids)}>
        <Trash2 {...icon} />
      </IconButton>
      <IconButton label={words.clear} onClick={onClear}>
        <X {...icon} />
      </IconButton>
    </section>
  )
}
