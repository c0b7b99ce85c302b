import { Autocomplete } from '@base-ui/react/autocomplete'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { Dialog } from '@base-ui/react/dialog'
import { Search } from 'lucide-react'
import { useEffect, useEffectEvent, useMemo, useRef, useState, type MouseEvent } from 'react'
import { paletteText as words } from '#messages/en-palette.ts'
import type { Catalogue } from '#search/protocol.ts'
import { isGrowing, useProgress } from '#search/use-progress.ts'
import { PaletteHints } from './palette-hints.tsx'
import {
  findCommands,
  paletteGroups,
  type Command,
  type PaletteHrefs,
  type PaletteRow,
} from './palette-list.ts'
import { PaletteRowContent } from './palette-row.tsx'
import { paletteStatus } from './palette-status.ts'
import { useFocusBack } from './use-focus-back.ts'
import { useSuggestions } from './use-suggestions.ts'

/** Longer than anything that is looked for, in letters. */
const longest = 200

export interface PaletteProps extends PaletteHrefs {
  /** Undefined while it is being opened, null where there is none. */
  catalogue: Catalogue | null | undefined
  commands: readonly Command[]
  /** A dialog that spends is open below: only what leaves it as it is can be had. */
  overSpending: boolean
  onLook: (id: string) => void
  onPerson: (id: string) => void
  onClose: () => void
}

/** Everything by its name: one input over looks, people, views and actions. */
export function Palette({
  catalogue,
  commands,
  overSpending,
  lookHref,
  personHref,
  onLook,
  onPerson,
  onClose,
}: PaletteProps) {
  useFocusBack()
  const [value, setValue] = useState('')
  const typed = value.trim()
  const progress = useProgress(catalogue)
  const growing = progress !== null && isGrowing(progress)
  const finds = useSuggestions(overSpending ? null : (catalogue ?? null), typed, progress?.looks ?? 0)
  const { looks, people, pending, failed } = finds
  const groups = useMemo(() => {
    const offered = overSpending ? commands.filter(({ safe }) => safe) : commands
    return paletteGroups(findCommands(offered, typed), { looks, people }, { lookHref, personHref })
  }, [commands, overSpending, typed, looks, people, lookHref, personHref])
  const rows = groups.flatMap(({ items }) => items)

  const highlighted = useRef<PaletteRow | undefined>(undefined)
  /** Enter came before the answer did: it is meant for what was typed, not for what stands there still. */
  const entered = useRef(false)
  const isStale = (row: PaletteRow | undefined) => pending && !(row && 'command' in row)

  function take(row: PaletteRow, inTab: boolean) {
    const href = 'command' in row ? row.command.href : row.href
    if (inTab) {
      if (href) window.open(href, '_blank', 'noopener')
      return
    }
    onClose()
    if ('command' in row) row.command.run()
    else if ('look' in row) onLook(row.look.id)
    else onPerson(row.person.group.id)
  }
  const takeFirst = useEffectEvent(() => {
    const [first] = rows
    if (entered.current && first) take(first, false)
    entered.current = false
  })
  useEffect(() => {
    if (!pending) takeFirst()
  }, [pending])

  return (
    <CSPProvider disableStyleElements>
      <Dialog.Root open onOpenChange={(open) => !open && onClose()}>
        <Dialog.Portal>
          <Dialog.Backdrop className="fixed inset-0 z-70 bg-black/30 transition-opacity duration-120 data-starting-style:opacity-0 dark:bg-black/50" />
          <Dialog.Popup
            data-dialog
            aria-label={words.title}
            finalFocus={false}
            // What lies below listens at the document, and would act on its letters.
            onKeyDown={(event) => event.stopPropagation()}
            className="fixed inset-x-3 top-[max(12px,12dvh)] z-70 mx-auto flex max-h-[min(520px,76dvh)] max-w-160 flex-col overflow-hidden rounded-panel border border-line bg-raised text-ink shadow-panel outline-none transition-[opacity,scale] duration-120 data-starting-style:scale-98 data-starting-style:opacity-0"
          >
            <Autocomplete.Root
              open
              inline
              mode="none"
              items={groups}
              value={value}
              onValueChange={(next, { reason }) => {
                if (reason !== 'input-change') return
                entered.current = false
                setValue(next)
              }}
              autoHighlight="always"
              keepHighlight
              onItemHighlighted={(row) => {
                highlighted.current = row
              }}
            >
              <div className="flex h-13 shrink-0 items-center gap-3 border-b border-line px-4">
                <Search size={18} strokeWidth={1.75} className="shrink-0 text-ink-3" aria-hidden="true" />
                <Autocomplete.Input
                  aria-label={words.search}
                  placeholder={words.search}
                  maxLength={longest}
                  autoCapitalize="off"
                  autoCorrect="off"
                  spellCheck={false}
                  enterKeyHint="go"
                  className="h-full min-w-0 flex-1 bg-transparent text-16 outline-none placeholder:text-ink-3"
                  onKeyDown={(event) => {
                    if (event.key !== 'Enter' || event.nativeEvent.isComposing) return
                    const row = highlighted.current
                    const inTab = event.ctrlKey || event.metaKey
                    if (!inTab && !isStale(row)) return
                    event.preventDefault()
                    event.preventBaseUIHandler()
                    if (isStale(row)) entered.current = !inTab
                    else if (row) take(row, true)
                  }}
                />
              </div>
              <div className="min-h-0 flex-1 scroll-py-2 overflow-y-auto overscroll-contain">
                <Autocomplete.List aria-label={words.results} className="p-2 outline-none empty:hidden">
                  {groups.map(({ value: group, items }) => (
                    <Autocomplete.Group key={group} items={items} className="not-first:mt-2">
                      <Autocomplete.GroupLabel className="px-3 pt-1.5 pb-1 text-12 font-medium text-ink-2">
                        {words.groups[group]}
                      </Autocomplete.GroupLabel>
                      {items.map((row) => (
                        <Autocomplete.Item
                          key={row.id}
                          value={row}
                          className="flex min-h-10 cursor-default items-center gap-3 rounded-control px-3 py-1.5 text-14 outline-none data-highlighted:bg-well dark:data-highlighted:bg-line-2/50"
                          onClick={(event: MouseEvent) => take(row, event.ctrlKey || event.metaKey)}
                        >
                          <PaletteRowContent row={row} growing={growing} />
                        </Autocomplete.Item>
                      ))}
                    </Autocomplete.Group>
                  ))}
                </Autocomplete.List>
              </div>
              <PaletteHints
                status={paletteStatus({
                  opening: catalogue === undefined || progress?.state === 'opening',
                  absent: catalogue === null,
                  overSpending,
                  failed,
                  pending,
                  typed,
                  rows: rows.length,
                  growing: growing ? progress.looks : null,
                })}
                found={typed && !pending ? words.found(rows.length) : ''}
              />
            </Autocomplete.Root>
          </Dialog.Popup>
        </Dialog.Portal>
      </Dialog.Root>
    </CSPProvider>
  )
}
