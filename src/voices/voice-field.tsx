import { useQuery } from '@tanstack/react-query'
import { ChevronsUpDown } from 'lucide-react'
import { useEffect, useId } from 'react'
import type { Voice } from '#heygen/schemas/voice.ts'
import { voiceSampleText } from '#messages/en-voice-sample.ts'
import { voicesText as words } from '#messages/en-voices.ts'
import { text } from '#messages/en.ts'
import { unlessLost } from '#queries/unless-lost.ts'
import { voiceQueries } from '#queries/voices.ts'
import { notify } from '#ui/notices.ts'
import { usePopup } from '#ui/use-popup.ts'
import { SampleButton } from './sample-button.tsx'
import { samplePlayer } from './sample-player.ts'
import { voiceCaption, voiceName } from './voice-words.ts'

const loadPicker = async () => (await import('./voice-picker.tsx')).VoicePicker
const partFailed = () =>
  unlessLost(() => notify({ title: text.app.partFailed, description: text.app.partFailedHint }))

export interface VoiceFieldProps {
  label: string
  /** The voice that will speak: undefined while it is read, null where it cannot be. */
  voice: Voice | null | undefined
  /** Its id; null: the look has no default voice and none is chosen. */
  voiceId: string | null
  /** It is the look's default, and none is chosen. */
  isDefault: boolean
  /** The look's default where another voice is chosen, so that one can go back to it. */
  defaultVoiceId?: string | null
  /** Null: the look's default. */
  onPick: (voice: Voice | null) => void
  /** What stands there where no voice will be named; left out: that the look has none. */
  none?: string
  error?: string | undefined
  describedBy?: string | undefined
}

/** The voice of a video with its sample; opens the list of all voices. */
export function VoiceField(props: VoiceFieldProps) {
  const { label, voice, voiceId, isDefault, onPick, error, describedBy, none = words.noStandard } = props
  const { button, popup, Popup } = usePopup(loadPicker, partFailed)
  const id = useId()
  const standardId = isDefault ? voiceId : (props.defaultVoiceId ?? null)
  const standard = useQuery({
    ...voiceQueries.detail(standardId ?? ''),
    enabled: standardId !== null && popup.open,
  })
  useEffect(() => () => samplePlayer.stop(), [])

  return (
    <div>
      <span id={`${id}-label`} className="mb-1.5 block text-13 font-medium text-ink-2">
        {label}
      </span>
      <div className="relative">
        <button
          type="button"
          {...button}
          aria-labelledby={`${id}-label ${id}-value`}
          aria-describedby={[describedBy, error && `${id}-error`].filter(Boolean).join(' ') || undefined}
          className={`flex min-h-14 w-full items-center gap-3 rounded-control border bg-page px-3 py-2 text-left transition-colors duration-120 hover:border-ink-3 ${error ? 'border-bad' : 'border-line-2'} ${voice?.preview_audio_url ? 'pl-12' : ''}`}
        >
          <span id={`${id}-value`} className="min-w-0 flex-1">
            <FieldWords voice={voice} voiceId={voiceId} isDefault={isDefault} none={none} />
          </span>
          <ChevronsUpDown size={16} strokeWidth={1.75} className="shrink-0 text-ink-2" aria-hidden="true" />
        </button>
        {voice && <SampleButton voice={voice} className="absolute inset-y-0 left-2 my-auto size-8" />}
      </div>
      {error && (
        <p id={`${id}-error`} className="mt-1.5 text-13 text-bad">
          {error}
        </p>
      )}
      {Popup && (
        <Popup
          {...popup}
          chosen={isDefault ? null : voiceId}
          defaultVoice={standardId === null ? null : (standard.data ?? unread(standardId))}
          onPick={onPick}
        />
      )}
    </div>
  )
}

/** A default voice that is not read, or cannot be, can still be gone back to. */
const unread = (voice_id: string): Voice => ({
  voice_id,
  name: '',
  language: '',
  gender: '',
  support_pause: false,
  support_locale: false,
  type: null,
  status: null,
  preview_audio_url: null,
})

type FieldWordsProps = Pick<VoiceFieldProps, 'voice' | 'voiceId' | 'isDefault'> & { none: string }

function FieldWords({ voice, voiceId, isDefault, none }: FieldWordsProps) {
  if (voiceId === null) return <span className="text-14 text-ink-2">{none}</span>
  if (voice === undefined) return <span className="text-14 text-ink-2">{voiceSampleText.loading}</span>
  const quiet = voice
    ? [isDefault && words.standard, voiceCaption(voice), !voice.preview_audio_url && voiceSampleText.noSample]
    : [isDefault && words.standard, words.unavailableHint]
  return (
    <>
      <span className="block truncate text-14">{voice ? voiceName(voice) : voiceSampleText.unavailable}</span>{' '}
      <span className="block truncate text-12 text-ink-2">{quiet.filter(Boolean).join(' · ')}</span>
    </>
  )
}
