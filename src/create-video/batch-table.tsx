import { X } from 'lucide-react'
import { engineWord, nameOf } from '#looks/look-words.ts'
import { Picture } from '#looks/picture.tsx'
import { batchText } from '#messages/en-batch.ts'
import { createText } from '#messages/en-create.ts'
import { IconButton } from '#ui/icon-button.tsx'
import type { BatchItem } from './batch.ts'
import type { Draft } from './draft.ts'
import { engineOf } from './rules.ts'

interface BatchTableProps {
  items: readonly BatchItem[]
  draft: Draft
  onRemove: (lookId: string) => void
}

/** A button that goes hands the focus to its neighbour's, and the last one to the script. */
function moveFocus(button: HTMLElement) {
  const row = button.closest('li')
  const next = row?.nextElementSibling ?? row?.previousElementSibling
  const target = next?.querySelector('button') ?? button.closest('form')?.querySelector('textarea')
  target?.focus()
}

/** The looks of a batch: what each is made with and costs, or why it is left out. */
export function BatchTable({ items, draft, onRemove }: BatchTableProps) {
  return (
    <section aria-labelledby="batch-looks">
      <h3 id="batch-looks" className="mb-2 text-13 font-medium text-ink-2">
        {batchText.looks}
      </h3>
      <ul className="-mx-2 flex flex-col">
        {items.map(({ look, problem, cost }) => {
          const engine = engineOf(look, draft)
          const price = cost.kind === 'usd' ? createText.cost.range(cost.low, cost.high) : null
          const quiet = problem ?? [engine && engineWord(engine), price].filter(Boolean).join(' · ')
          return (
            <li
              key={look.id}
              className="flex min-h-14 items-center gap-3 rounded-control px-2 py-1.5 [contain-intrinsic-size:auto_56px] [content-visibility:auto]"
            >
              <span className="relative block size-10 shrink-0 overflow-hidden rounded-control bg-media">
                <Picture
                  lookId={look.id}
                  url={look.preview_image_url}
                  name={nameOf(look)}
                  drawnWidth={40}
                  className="absolute inset-0 size-full object-cover object-[50%_18%] !text-12"
                />
              </span>
              <span className="min-w-0 flex-1">
                <span className={`block truncate text-14 ${problem ? 'text-ink-2' : ''}`} dir="auto">
                  {nameOf(look)}
                </span>
                <span className={`block text-12 tabular-nums ${problem ? 'text-warn' : 'text-ink-2'}`}>
                  {quiet}
                </span>
              </span>
              <IconButton
                label={batchText.remove(nameOf(look))}
                className="-mr-1 size-8"
                onClick={(event) => {
                  moveFocus(event.currentTarget)
                  onRemove(look.id)
                }}
              >
                <X size={16} strokeWidth={1.75} aria-hidden="true" />
              </IconButton>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
