import type { Look } from '#heygen/schemas/look.ts'
import { aspectRatios, type AspectRatio } from '#heygen/schemas/video-choices.ts'
import { frames } from '#looks/framing.ts'
import { dialogText } from '#messages/en-create-dialog.ts'
import { createText } from '#messages/en-create.ts'
import { Field, inputStyles } from '#ui/field.tsx'
import { Tiles } from '#ui/tiles.tsx'
import type { Background, Draft } from './draft.ts'
import { FramePreview } from './frame-preview.tsx'
import type { Offers } from './rules.ts'
import type { Change } from './use-draft.ts'
import type { FieldErrors } from './validate.ts'

export interface OptionsProps {
  look: Look
  draft: Draft
  change: Change
  offered: Offers
  errors: FieldErrors
}

/** A small frame of the ratio's own shape. */
function RatioShape({ ratio }: { ratio: AspectRatio }) {
  const shape = ratio === 'auto' ? 4 / 3 : frames[ratio]
  return (
    <span aria-hidden="true" className="mr-1.5 inline-flex size-4 items-center justify-center align-[-3px]">
      <span
        className={`block rounded-[2px] border-[1.5px] border-current opacity-70 ${ratio === 'auto' ? 'border-dashed' : ''}`}
        style={shape >= 1 ? { width: 15, height: 15 / shape } : { height: 15, width: 15 * shape }}
      />
    </span>
  )
}

const isBackground = { filmed: { kind: 'filmed' }, remove: { kind: 'remove' } } as const

/** What the choice becomes; colour and picture begin where they were left, or with something that can be seen. */
function backgroundOf(kind: Background['kind'], before: Background): Background {
  if (before.kind === kind) return before
  if (kind === 'color') return { kind, value: '#ffffff' }
  if (kind === 'image') return { kind, url: '' }
  return isBackground[kind]
}

/** Frame, fit and background, with the picture as it will be. */
export function PictureOptions({ look, draft, change, offered, errors }: OptionsProps) {
  const { background } = draft
  const refusals = {
    filmed: null,
    remove: offered.removeBackground.reason,
    color: offered.background.reason,
    image: offered.background.reason,
  }
  const kinds = ['filmed', 'remove', 'color', 'image'] as const
  return (
    <div className="flex flex-col gap-5">
      <FramePreview look={look} {...draft} />
      <Tiles
        label={createText.label.aspectRatio}
        className="grid grid-cols-3 gap-2"
        value={draft.aspectRatio}
        options={aspectRatios.map((ratio) => ({
          value: ratio,
          label: (
            <>
              <RatioShape ratio={ratio} />
              {ratio === 'auto' ? createText.aspectRatio.auto : ratio}
            </>
          ),
        }))}
        onChange={(aspectRatio) => change({ aspectRatio })}
        error={errors.aspectRatio}
      />
      {draft.aspectRatio !== 'auto' && (
        <Tiles
          label={createText.label.fit}
          value={draft.fit}
          options={(['cover', 'contain'] as const).map((fit) => ({
            value: fit,
            label: createText.fit[fit],
          }))}
          onChange={(fit) => change({ fit })}
        />
      )}
      <Tiles
        label={createText.label.background}
        className="grid grid-cols-2 gap-2"
        value={refusals[background.kind] ? 'filmed' : background.kind}
        options={kinds.map((kind) => ({
          value: kind,
          label: createText.background[kind],
          refused: refusals[kind],
        }))}
        onChange={(kind) => change({ background: backgroundOf(kind, background) })}
        hint={offered.background.reason ?? offered.removeBackground.reason ?? undefined}
        error={background.kind === 'filmed' || background.kind === 'remove' ? errors.background : undefined}
      />
      {background.kind === 'color' && !refusals.color && (
        <Field label={createText.label.color} error={errors.background}>
          {(control) => (
            <div className="flex gap-2">
              <input
                type="color"
                aria-label={createText.label.color}
                className="h-10 w-12 shrink-0 cursor-pointer rounded-control border border-line-2 bg-well p-1"
                value={/^#[0-9a-f]{6}$/i.test(background.value) ? background.value : '#ffffff'}
                onChange={(event) => change({ background: { kind: 'color', value: event.target.value } })}
              />
              <input
                {...control}
                className={`${inputStyles.line} font-mono`}
                spellCheck={false}
                value={background.value}
                onChange={(event) => change({ background: { kind: 'color', value: event.target.value } })}
              />
            </div>
          )}
        </Field>
      )}
      {background.kind === 'image' && !refusals.image && (
        <Field label={createText.label.imageUrl} hint={dialogText.imageHint} error={errors.background}>
          {(control) => (
            <input
              {...control}
              type="url"
              className={inputStyles.line}
              value={background.url}
              onChange={(event) => change({ background: { kind: 'image', url: event.target.value } })}
            />
          )}
        </Field>
      )}
    </div>
  )
}
