import { createText } from '#messages/en-create.ts'
import { Tiles } from '#ui/tiles.tsx'
import { FramePreview } from './frame-preview.tsx'
import type { OptionsProps } from './picture-options.tsx'

const ratios = { landscape: '16:9', portrait: '9:16' } as const

/** All that an agent can be told of the frame: lying or standing. */
export function OrientationOptions({ look, draft, change, errors }: OptionsProps) {
  const aspectRatio = draft.orientation === null ? 'auto' : ratios[draft.orientation]
  return (
    <div className="flex flex-col gap-5">
      <FramePreview look={look} aspectRatio={aspectRatio} fit="cover" background={{ kind: 'filmed' }} />
      <Tiles
        label={createText.label.orientation}
        className="flex flex-col gap-2"
        value={draft.orientation ?? 'any'}
        options={(['any', 'landscape', 'portrait'] as const).map((value) => ({
          value,
          label: createText.orientation[value],
        }))}
        onChange={(value) => change({ orientation: value === 'any' ? null : value })}
        error={errors.orientation}
      />
    </div>
  )
}
