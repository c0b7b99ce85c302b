import { resolutions } from '#heygen/schemas/video-choices.ts'
import { createText } from '#messages/en-create.ts'
import { Field } from '#ui/field.tsx'
import { Select } from '#ui/select.tsx'
import type { Draft } from './draft.ts'
import type { Change } from './use-draft.ts'
import type { FieldErrors } from './validate.ts'

interface OutputFieldsProps {
  draft: Draft
  change: Change
  errors: FieldErrors
}

/** Resolution and captions, which every look takes alike. */
export function OutputFields({ draft, change, errors }: OutputFieldsProps) {
  return (
    <>
      <Field label={createText.label.resolution} error={errors.resolution}>
        {(control) => (
          <Select
            {...control}
            value={draft.resolution}
            options={resolutions.map((value) => ({ value, label: createText.resolution[value] }))}
            onChange={(resolution) => change({ resolution })}
          />
        )}
      </Field>
      <Field label={createText.label.captions} error={errors.captions}>
        {(control) => (
          <Select
            {...control}
            value={draft.captions}
            options={(['off', 'file', 'burned'] as const).map((value) => ({
              value,
              label: createText.captions[value],
            }))}
            onChange={(captions) => change({ captions })}
          />
        )}
      </Field>
    </>
  )
}
