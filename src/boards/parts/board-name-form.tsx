import { useState } from 'react'
import { caps } from '#boards/register-keys.ts'
import { boardsText, boardText } from '#messages/en-boards.ts'
import { Button } from '#ui/button.tsx'
import { inputStyles } from '#ui/field.tsx'

export interface BoardNameFormProps {
  /** Of the button that saves. */
  save: string
  name?: string
  onSave: (name: string) => void
  onCancel: () => void
  className?: string
}

const focusIt = (element: HTMLInputElement | null) => element?.select()

/** Asks for a board's name in its place: Enter takes it, Escape leaves. */
export function BoardNameForm({ save, name = '', onSave, onCancel, className = '' }: BoardNameFormProps) {
  const [draft, setDraft] = useState(name)
  const left = caps.name - draft.length
  return (
    <form
      className={`flex flex-wrap items-center gap-2 ${className}`}
      onSubmit={(event) => {
        event.preventDefault()
        if (draft.trim()) onSave(draft.trim())
      }}
    >
      <input
        ref={focusIt}
        aria-label={boardsText.name}
        placeholder={boardsText.name}
        value={draft}
        maxLength={caps.name}
        dir="auto"
        className={`${inputStyles.line} min-w-0 flex-[1_1_10rem]`}
        onChange={(event) => setDraft(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Escape') return
          event.stopPropagation()
          onCancel()
        }}
      />
      <Button type="submit" variant="main" disabled={!draft.trim()}>
        {save}
      </Button>
      <Button variant="quiet" onClick={onCancel}>
        {boardsText.cancel}
      </Button>
      {left <= caps.name / 10 && (
        <p role="status" className="w-full text-12 text-ink-2 tabular-nums">
          {boardText.left(left)}
        </p>
      )}
    </form>
  )
}
