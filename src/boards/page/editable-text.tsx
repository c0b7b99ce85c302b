import { useRef, useState, type KeyboardEvent } from 'react'
import { boardText } from '#messages/en-boards.ts'
import { inputStyles } from '#ui/field.tsx'

export interface EditableTextProps {
  /** Of the button that edits it. */
  id?: string
  label: string
  value: string
  /** In UTF-16 units. */
  max: number
  /** Stands where the value is empty. */
  placeholder: string
  onSave: (value: string) => void
  /** Several lines: Enter begins a new one with Shift only. */
  lines?: boolean
  className?: string
}

/** Text that is edited where it stands: Enter or leaving saves, Escape takes back. */
export function EditableText(props: EditableTextProps) {
  const { label, value, placeholder, lines = false, className = '' } = props
  const [editing, setEditing] = useState(false)
  /** The focus goes back to the text only where a key has ended it: a click has gone elsewhere. */
  const byKey = useRef(false)
  if (editing)
    return (
      <Editor
        {...props}
        onDone={(key) => {
          byKey.current = key
          setEditing(false)
        }}
      />
    )
  return (
    <button
      ref={(element) => {
        if (element && byKey.current) element.focus()
        byKey.current = false
      }}
      type="button"
      id={props.id}
      title={boardText.edit(label)}
      className={`block max-w-full cursor-text rounded-control px-2 py-1 text-left pointer-coarse:min-h-11 hover:bg-well ${lines ? 'whitespace-pre-line' : 'truncate'} ${value ? '' : 'text-ink-2'} ${className}`}
      dir="auto"
      onClick={() => setEditing(true)}
    >
      {value || placeholder}
    </button>
  )
}

const focusIt = (element: HTMLElement | null) => element?.focus()

interface EditorProps extends EditableTextProps {
  onDone: (byKey: boolean) => void
}

function Editor({ label, value, max, lines = false, className = '', onSave, onDone }: EditorProps) {
  const [draft, setDraft] = useState(value)
  const left = max - draft.length
  const ended = useRef(false)
  function end(save: boolean, byKey: boolean) {
    if (ended.current) return
    ended.current = true
    if (save && draft.trim() !== value) onSave(draft.trim())
    onDone(byKey)
  }
  function onKeyDown(event: KeyboardEvent) {
    if (event.nativeEvent.isComposing) return
    if (event.key === 'Escape') end(false, true)
    else if (event.key === 'Enter' && !(lines && event.shiftKey)) {
      event.preventDefault()
      end(true, true)
    }
  }
  const common = {
    'aria-label': label,
    value: draft,
    maxLength: max,
    dir: 'auto',
    // It was asked for, by its button.
    ref: focusIt,
    onBlur: () => end(true, false),
    onKeyDown,
  } as const
  return (
    <span className="block">
      {lines ? (
        <textarea
          {...common}
          rows={Math.min(10, Math.max(3, draft.split('\n').length))}
          className={`${inputStyles.area} ${className}`}
          onChange={(event) => setDraft(event.target.value)}
        />
      ) : (
        <input
          {...common}
          className={`${inputStyles.line} ${className}`}
          onChange={(event) => setDraft(event.target.value)}
        />
      )}
      {left <= max / 10 && (
        <span role="status" className="mt-1 block text-12 font-normal text-ink-2 tabular-nums">
          {boardText.left(left)}
        </span>
      )}
    </span>
  )
}
