import type { Voice } from '#heygen/schemas/voice.ts'
import { voiceSampleText } from '#messages/en-voice-sample.ts'
import { SampleButton } from './sample-button.tsx'
import { voiceName } from './voice-words.ts'

/** A voice by name and language, with its sample where it has one. */
export function VoiceSample({ voice }: { voice: Voice }) {
  return (
    <>
      <SampleButton voice={voice} className="-my-1 -ml-1 size-7" />
      <span>{voiceName(voice)}</span>
      {voice.language && (
        <span className="rounded-[6px] bg-well px-2 py-0.5 text-12 text-ink-2">{voice.language}</span>
      )}
      {!voice.preview_audio_url && <span className="text-ink-2">{voiceSampleText.noSample}</span>}
    </>
  )
}
