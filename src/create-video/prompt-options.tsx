import { useQuery } from '@tanstack/react-query'
import { longestPrompt } from '#heygen/schemas/video-choices.ts'
import { dialogText } from '#messages/en-create-dialog.ts'
import { createText } from '#messages/en-create.ts'
import { text } from '#messages/en.ts'
import { videoQueries } from '#queries/videos.ts'
import { Button } from '#ui/button.tsx'
import type { OptionsProps } from './picture-options.tsx'
import { StyleTiles } from './style-tiles.tsx'
import { TextField } from './text-field.tsx'
import { VoiceChoice } from './voice-choice.tsx'

const { label } = createText

/** What POST /v3/video-agents takes: the agent writes, arranges and decides the length. */
export function PromptOptions({ look, draft, change, errors }: OptionsProps) {
  const styles = useQuery(videoQueries.styles())
  return (
    <div className="flex flex-col gap-5">
      <TextField
        label={label.prompt}
        value={draft.prompt}
        most={longestPrompt}
        hint={dialogText.describe}
        placeholder={createText.placeholder.prompt}
        error={errors.prompt}
        onChange={(prompt) => change({ prompt })}
      />
      <VoiceChoice look={look} draft={draft} change={change} error={errors.voice} />
      {styles.data ? (
        <StyleTiles
          styles={styles.data}
          chosen={draft.styleId}
          error={errors.style}
          onChange={(styleId) => change({ styleId })}
        />
      ) : (
        <div>
          <p className="mb-2 text-13 font-medium text-ink-2">{label.style}</p>
          {styles.error ? (
            <div role="alert" className="flex items-center gap-3 text-13 text-ink-2">
              {dialogText.styles.failed}
              <Button onClick={() => void styles.refetch()}>{text.app.retry}</Button>
            </div>
          ) : (
            <div role="status" aria-label={dialogText.styles.loading} className="grid grid-cols-3 gap-2">
              {[0, 1, 2].map((place) => (
                <div key={place} className="h-31 rounded-control bg-well" />
              ))}
            </div>
          )}
        </div>
      )}
    </div>
  )
}
