import { caps } from '#boards/register-keys.ts'
import { boardWords as words } from '#messages/en-board-common.ts'
import { Field, inputStyles } from '#ui/field.tsx'

export interface ReviewerNameFieldProps {
  name: string
  onChange: (name: string) => void
  className?: string
}

/** Who somebody is to the others; nobody has to say. */
export function ReviewerNameField({ name, onChange, className = '' }: ReviewerNameFieldProps) {
  return (
    <Field label={words.yourName} hint={words.yourNameHint} className={className}>
      {(control) => (
        <input
          {...control}
          className={inputStyles.line}
          maxLength={caps.reviewerName}
          autoComplete="name"
          // Not held by its value: what is kept has no space at its end, and one is typed before the next word.
          defaultValue={name}
          onChange={({ target }) => onChange(target.value)}
        />
      )}
    </Field>
  )
}
