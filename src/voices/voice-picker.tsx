import { Combobox } from '@base-ui/react/combobox'
import { CSPProvider } from '@base-ui/react/csp-provider'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import type { Voice } from '#heygen/schemas/voice.ts'
import { voicesText as words } from '#messages/en-voices.ts'
import { voiceQueries } from '#queries/voices.ts'
import type { PopupAnchor } from '#ui/use-popup.ts'
import { findVoices, isFiltered, languagesOf, noFilters, type VoiceFilters } from './find-voices.ts'
import { samplePlayer } from './sample-player.ts'
import { toggleSample } from './toggle-sample.ts'
import { useKeptOrder } from './use-kept-order.ts'
import { VoiceFilterBar } from './voice-filter-bar.tsx'
import { VoiceList, type VoiceListHandle } from './voice-list.tsx'
import { VoiceStatus } from './voice-status.tsx'
import { voiceName } from './voice-words.ts'

export interface VoicePickerProps extends PopupAnchor {
  /** The chosen voice's id; null: the look's default. */
  chosen: string | null
  /** The look's default voice; it need not be in HeyGen's listing. */
  defaultVoice: Voice | null
  /** Null: back to the default. */
  onPick: (voice: Voice | null) => void
}

const none: Voice[] = []
const nothing = { complete: false, cut: false, skipped: 0, ownRefused: false }

/** All voices, searched and heard; the look's default is the first of them, and picking it is picking none. */
export function VoicePicker({ anchor, open, onOpenChange, chosen, defaultVoice, onPick }: VoicePickerProps) {
  const [filters, setFilters] = useState<VoiceFilters>(noFilters)
  const [highlighted, setHighlighted] = useState<Voice | null>(null)
  const input = useRef<HTMLInputElement>(null)
  const list = useRef<VoiceListHandle>(null)
  const { data, error, isFetching, refetch } = useQuery({ ...voiceQueries.everyone(), enabled: open })
  useEffect(() => {
    if (!open) return undefined
    return () => samplePlayer.stop()
  }, [open])

  const standardId = defaultVoice?.voice_id ?? null
  const listed = data?.voices ?? none
  const all = useMemo(
    () =>
      defaultVoice && !listed.some(({ voice_id }) => voice_id === defaultVoice.voice_id)
        ? [defaultVoice, ...listed]
        : listed,
    [defaultVoice, listed],
  )
  const ranked = useMemo(() => findVoices(all, filters, standardId), [all, filters, standardId])
  // The default is the first in every order.
  const held = highlighted !== null && highlighted.voice_id !== standardId
  const found = useKeptOrder(ranked, held, filters)
  const languages = useMemo(() => languagesOf(all), [all])
  function change(to: Partial<VoiceFilters>) {
    setFilters((was) => ({ ...was, ...to }))
    list.current?.show(0)
  }
  // The button that was pressed goes; the focus must not go with it.
  const focusSearch = () => input.current?.focus()

  function onKeyDown(event: KeyboardEvent) {
    // By its place: with Alt, a Mac types another letter.
    if (event.altKey && !event.ctrlKey && !event.metaKey && event.code === 'KeyP') {
      event.preventDefault()
      if (highlighted) toggleSample(highlighted)
    }
    // Whatever stands around the picker may send its form by this key.
    if ((event.ctrlKey || event.metaKey) && event.key === 'Enter') event.stopPropagation()
  }

  return (
    <CSPProvider disableStyleElements>
      <Combobox.Root<Voice>
        virtualized
        autoHighlight
        items={all}
        filteredItems={found}
        open={open}
        onOpenChange={onOpenChange}
        inputValue={filters.text}
        onInputValueChange={(text) => text !== filters.text && change({ text })}
        value={all.find(({ voice_id }) => voice_id === (chosen ?? standardId)) ?? null}
        onValueChange={(voice) => voice && onPick(voice.voice_id === standardId ? null : voice)}
        onItemHighlighted={(voice, { reason, index }) => {
          setHighlighted(voice ?? null)
          if (voice && reason !== 'pointer') list.current?.show(index)
        }}
        itemToStringLabel={voiceName}
        isItemEqualToValue={(a, b) => a.voice_id === b.voice_id}
      >
        <Combobox.Portal>
          <Combobox.Positioner
            anchor={anchor}
            align="start"
            sideOffset={6}
            collisionPadding={12}
            className="z-60"
          >
            <Combobox.Popup
              finalFocus={anchor}
              aria-label={words.picker}
              onKeyDown={onKeyDown}
              className="flex max-h-[min(70vh,var(--available-height))] w-[calc(100vw-24px)] flex-col overflow-hidden rounded-media border border-line bg-raised text-ink shadow-panel outline-none sm:max-h-[min(480px,var(--available-height))] sm:w-108"
            >
              <Combobox.Input
                ref={input}
                placeholder={words.search}
                aria-label={words.search}
                aria-keyshortcuts="Alt+P"
                className="h-11 shrink-0 border-b border-line bg-transparent px-4 text-14 outline-none placeholder:text-ink-3"
              />
              <VoiceFilterBar filters={filters} languages={languages} onChange={change} />
              <VoiceList
                ref={list}
                voices={found}
                standardId={standardId}
                highlightedId={highlighted?.voice_id ?? null}
                chosenId={chosen}
                open={open}
              />
              <VoiceStatus
                walk={{ ...(data ?? nothing), count: all.length }}
                found={found.length}
                error={error}
                loading={isFetching}
                filtered={isFiltered(filters)}
                onRetry={() => void refetch()}
                onClear={() => setFilters(noFilters)}
                onLeave={focusSearch}
              />
            </Combobox.Popup>
          </Combobox.Positioner>
        </Combobox.Portal>
      </Combobox.Root>
    </CSPProvider>
  )
}
