import { useQuery } from '@tanstack/react-query'
import type { Look } from '#heygen/schemas/look.ts'
import { createText } from '#messages/en-create.ts'
import { voiceQueries } from '#queries/voices.ts'
import { VoiceField } from '#voices/voice-field.tsx'
import type { Draft } from './draft.ts'
import type { Change } from './use-draft.ts'

interface VoiceChoiceProps {
  look: Look
  draft: Draft
  change: Change
  error: string | undefined
}

/** Who speaks: the look's own voice, or any other. */
export function VoiceChoice({ look, draft, change, error }: VoiceChoiceProps) {
  const id = draft.voiceId ?? look.default_voice_id
  const voice = useQuery({ ...voiceQueries.detail(id ?? ''), enabled: id !== null })
  return (
    <VoiceField
      label={createText.label.voice}
      voice={voice.error ? null : voice.data}
      voiceId={id}
      isDefault={draft.voiceId === null}
      defaultVoiceId={look.default_voice_id}
      onPick={(picked) => change({ voiceId: picked?.voice_id ?? null })}
      error={error}
    />
  )
}
