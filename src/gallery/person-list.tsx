import { Combobox } from '@base-ui/react/combobox'
import { useVirtualizer } from '@tanstack/react-virtual'
import { useState, type ReactNode } from 'react'
import type { Group } from '#heygen/schemas/group.ts'
import { nameOf } from '#looks/look-words.ts'
import { Picture } from '#looks/picture.tsx'
import { text } from '#messages/en.ts'

/** CSS pixels. */
const rowHeight = 44

/** The people of the list, windowed: an account can have thousands. */
export function PersonList({ people, open, check }: { people: Group[]; open: boolean; check: ReactNode }) {
  // The virtualizer keeps its identity while what it returns changes: compiled code would keep its first answer.
  'use no memo'
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const virtualizer = useVirtualizer({
    enabled: open,
    count: people.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan: 6,
  })
  return (
    <Combobox.List
      ref={setScroller}
      className="max-h-[min(22rem,50vh)] overflow-y-auto overscroll-contain outline-none empty:hidden"
    >
      {people.length > 0 && (
        <div role="presentation" className="relative" style={{ height: virtualizer.getTotalSize() }}>
          {virtualizer.getVirtualItems().map((row) => {
            const person = people[row.index]
            if (!person) return null
            return (
              <Combobox.Item
                key={person.id}
                index={row.index}
                value={person}
                aria-setsize={people.length}
                aria-posinset={row.index + 1}
                className="absolute inset-x-1 top-0 flex h-11 cursor-default items-center gap-3 rounded-control px-3 text-14 outline-none data-highlighted:bg-well"
                style={{ transform: `translateY(${row.start}px)` }}
              >
                <Picture
                  url={person.preview_image_url}
                  name={nameOf(person)}
                  drawnWidth={32}
                  className="size-8 shrink-0 rounded-full bg-media object-cover object-[50%_18%] text-12"
                />
                <span className="min-w-0 flex-1 truncate">{nameOf(person)}</span>
                {person.looks_count !== null && (
                  <span className="text-12 text-ink-2 tabular-nums">
                    {text.count.looks(person.looks_count, false)}
                  </span>
                )}
                <Combobox.ItemIndicator className="text-accent-text">{check}</Combobox.ItemIndicator>
              </Combobox.Item>
            )
          })}
        </div>
      )}
    </Combobox.List>
  )
}
