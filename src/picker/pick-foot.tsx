import { X } from 'lucide-react'
import type { Ref } from 'react'
import { selection } from '#gallery/selection/selection.ts'
import { nameOf } from '#looks/look-words.ts'
import { Picture } from '#looks/picture.tsx'
import { pickerText } from '#messages/en-picker.ts'
import { Button } from '#ui/button.tsx'
import { useMedia } from '#ui/use-media.ts'
import type { Chosen } from './use-chosen.ts'
import type { useConfirm } from './use-confirm.ts'

export interface PickFootProps {
  ref: Ref<HTMLElement>
  multiple: boolean
  choice: ReturnType<typeof useConfirm>
  onCancel: () => void
}

/** What is chosen, how many are asked for, and the way out. */
export function PickFoot({ ref, multiple, choice, onCancel }: PickFootProps) {
  const { chosen, enough, sending, confirm } = choice
  const most = useMedia('(min-width: 600px)') ? 6 : 2
  const shown = chosen.slice(-most)
  const rest = chosen.length - shown.length
  const only = multiple ? undefined : chosen[0]?.look
  return (
    <section
      ref={ref}
      aria-label={pickerText.bar}
      className="sticky bottom-0 z-20 flex min-h-16 flex-wrap items-center gap-x-3 gap-y-2 border-t border-line bg-raised px-(--gutter) py-2.5 pb-[max(10px,env(safe-area-inset-bottom))]"
    >
      {/* On a phone a line of its own, that is there from the start. */}
      <div className="flex min-h-10 min-w-0 basis-full items-center gap-3 sm:flex-1 sm:basis-0">
        {chosen.length > 0 && (
          <ul aria-label={pickerText.chosen} className="flex shrink-0 items-center gap-1.5">
            {shown.map((look) => (
              <Thumb key={look.id} {...look} />
            ))}
            {rest > 0 && <li className="px-1 text-13 text-ink-2 tabular-nums">{pickerText.rest(rest)}</li>}
          </ul>
        )}
        <p id="picker-state" role="status" className="min-w-0 truncate text-13 text-ink-2 tabular-nums">
          {only ? pickerText.chosenOne(nameOf(only)) : choice.state}
        </p>
      </div>
      <div data-actions className="ml-auto flex gap-2">
        <Button onClick={onCancel}>{pickerText.cancel}</Button>
        <Button
          variant="main"
          // Not `disabled`: it can be reached, to hear what is missing.
          aria-disabled={!enough || undefined}
          aria-busy={sending || undefined}
          aria-describedby="picker-state"
          aria-keyshortcuts="Control+Enter Meta+Enter"
          className="aria-disabled:cursor-default aria-disabled:opacity-50"
          onClick={confirm}
        >
          {multiple && chosen.length > 0 ? pickerText.chooseSome(chosen.length) : pickerText.choose}
        </Button>
      </div>
    </section>
  )
}

function Thumb({ id, look }: Chosen) {
  const name = look ? nameOf(look) : id
  const label = pickerText.takeAway(name)
  return (
    <li className="relative">
      <button
        type="button"
        aria-label={label}
        title={label}
        className="group relative block size-10 overflow-hidden rounded-control bg-media"
        onClick={(event) => {
          // The button goes; the focus stays in the foot.
          const foot = event.currentTarget.closest('section')
          const next = event.currentTarget.closest('li')?.nextElementSibling?.querySelector('button')
          selection.remove([id])
          ;(next ?? foot?.querySelector<HTMLElement>('[data-actions] button'))?.focus()
        }}
      >
        <Picture
          lookId={id}
          url={look?.preview_image_url ?? null}
          name={name}
          drawnWidth={40}
          className="absolute inset-0 grid size-full place-items-center object-cover object-[50%_18%] text-12"
        />
        <span className="absolute inset-0 grid place-items-center bg-black/60 text-white opacity-0 group-hover:opacity-100 group-focus-visible:opacity-100">
          <X size={16} strokeWidth={1.75} aria-hidden="true" />
        </span>
      </button>
    </li>
  )
}
