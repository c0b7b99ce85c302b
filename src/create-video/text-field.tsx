import { createText } from '#messages/en-create.ts'
import { Field, inputStyles } from '#ui/field.tsx'

export interface TextFieldProps {
  label: string
  value: string
  most: number
  hint: string
  placeholder: string
  error: string | undefined
  onChange: (value: string) => void
  rows?: number
}

/** A long text with how much of it there may be. Too much can be typed and pasted, and is said: nothing is lost. */
export function TextField({
  label,
  value,
  most,
  hint,
  placeholder,
  error,
  onChange,
  rows = 5,
}: TextFieldProps) {
  const over = value.length > most
  return (
    <Field
      label={label}
      hint={hint}
      error={error}
      aside={
        <span className={`shrink-0 ${over ? 'font-medium text-bad' : ''}`}>
          {createText.length.characters(value.length, most)}
        </span>
      }
    >
      {(control) => (
        <textarea
          {...control}
          dir="auto"
          rows={rows}
          className={`${inputStyles.area} min-h-24`}
          placeholder={placeholder}
          value={value}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  )
}
