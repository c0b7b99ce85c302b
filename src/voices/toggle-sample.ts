import type { Voice } from '#heygen/schemas/voice.ts'
import { voiceSampleText } from '#messages/en-voice-sample.ts'
import { notify } from '#ui/notices.ts'
import { samplePlayer } from './sample-player.ts'

/** Plays the voice's sample, or stops it where it is the one that plays. */
export function toggleSample({ preview_audio_url: url }: Voice) {
  if (url === null) return
  if (samplePlayer.current() === url) samplePlayer.stop()
  else samplePlayer.play(url, () => notify({ title: voiceSampleText.failed }))
}
