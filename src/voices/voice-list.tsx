import { Combobox } from '@base-ui/react/combobox'
import { useVirtualizer } from '@tanstack/react-virtual'
import { Check } from 'lucide-react'
import { useImperativeHandle, useState, type Ref } from 'react'
import type { Voice } from '#heygen/schemas/voice.ts'
import { voiceSampleText } from '#messages/en-voice-sample.ts'
import { voicesText as words } from '#messages/en-voices.ts'
import { SampleButton } from './sample-button.tsx'
import { isOwn, voiceCaption, voiceName } from './voice-words.ts'

/** CSS pixels. */
const rowHeight = 52

export interface VoiceListHandle {
  show: (index: number) => void
}

export interface VoiceListProps {
  voices: readonly Voice[]
  /** The voice that says so of itself. */
  standardId: string | null
  /** The voice that Enter would pick; its play button is the one that Tab goes to. */
  highlightedId: string | null
  /** The voice the list begins at, a little from the top, where it is known when the list opens. */
  chosenId: string | null
  open: boolean
  ref: Ref<VoiceListHandle>
}

/**
 * The voices, windowed. The play buttons lie over the list and not in it: an option may hold no controls, and the
 * keyboard has a key of its own for the sample.
 */
export function VoiceList({ voices, standardId, highlightedId, chosenId, open, ref }: VoiceListProps) {
  // The virtualizer keeps its identity while what it returns changes: compiled code would keep its first answer.
  'use no memo'
  const [scroller, setScroller] = useState<HTMLDivElement | null>(null)
  const virtualizer = useVirtualizer({
    enabled: open,
    count: voices.length,
    getScrollElement: () => scroller,
    estimateSize: () => rowHeight,
    overscan: 6,
    initialOffset: () =>
      Math.max(0, voices.findIndex(({ voice_id }) => voice_id === chosenId) - 2) * rowHeight,
  })
  useImperativeHandle(ref, () => ({ show: (index) => virtualizer.scrollToIndex(index) }), [virtualizer])
  const rows = virtualizer.getVirtualItems().flatMap(({ index, start }) => {
    const voice = voices[index]
    return voice ? [{ index, voice, style: { transform: `translateY(${start}px)` } }] : []
  })
  const heard = rows.filter(({ voice }) => voice.preview_audio_url !== null)
  const tabStop = heard.find(({ voice }) => voice.voice_id === highlightedId) ?? heard[0]
  return (
    <div ref={setScroller} className="min-h-0 overflow-y-auto overscroll-contain">
      <div className="relative" style={{ height: virtualizer.getTotalSize() }}>
        <Combobox.List className="outline-none" aria-label={words.picker}>
          {rows.map(({ index, voice, style }) => (
            <Combobox.Item
              key={voice.voice_id}
              index={index}
              value={voice}
              aria-setsize={voices.length}
              aria-posinset={index + 1}
              className="absolute inset-x-1 top-0 flex h-13 cursor-default items-center gap-2 rounded-control pr-3 pl-11 outline-none data-highlighted:bg-well"
              style={style}
            >
              <VoiceRow voice={voice} standard={voice.voice_id === standardId} />
            </Combobox.Item>
          ))}
        </Combobox.List>
        <div role="group" aria-label={words.samples}>
          {heard.map((row) => (
            <SampleButton
              key={row.voice.voice_id}
              voice={row.voice}
              tabIndex={row === tabStop ? 0 : -1}
              className="absolute top-2.5 left-2.5 size-8"
              style={row.style}
              // The focus stays in the search, so that the arrows go on working.
              onMouseDown={(event) => event.preventDefault()}
            />
          ))}
        </div>
      </div>
    </div>
  )
}

function VoiceRow({ voice, standard }: { voice: Voice; standard: boolean }) {
  const quiet = [
    standard && words.standard,
    voiceCaption(voice),
    !voice.preview_audio_url && voiceSampleText.noSample,
  ]
  return (
    <>
      <span className="min-w-0 flex-1">
        <span className="block truncate text-14">{voiceName(voice)}</span>{' '}
        <span className="block truncate text-12 text-ink-2">{quiet.filter(Boolean).join(' · ')}</span>
      </span>{' '}
      {isOwn(voice) && (
        <span className="rounded-[6px] bg-accent-wash px-2 py-0.5 text-12 text-accent-text">
          {words.mine}
        </span>
      )}
      <Combobox.ItemIndicator className="text-accent-text">
        <Check size={16} strokeWidth={1.75} aria-hidden="true" />
      </Combobox.ItemIndicator>
    </>
  )
}
