import { useState } from 'react'
import { decide } from '#boards/board-edits.ts'
import type { Board, Reviewer } from '#boards/board.ts'
import { boards } from '#boards/boards.ts'
import { Thumb } from '#boards/parts/thumb.tsx'
import { tallSegments } from '#boards/parts/touch.ts'
import { caps } from '#boards/register-keys.ts'
import { nameOf } from '#looks/look-words.ts'
import { boardDecisionText as words, boardReviewsText, boardsText, boardText } from '#messages/en-boards.ts'
import { Button } from '#ui/button.tsx'
import { Field, inputStyles } from '#ui/field.tsx'
import { announce } from '#ui/notices.ts'
import { Segmented } from '#ui/segmented.tsx'
import { candidates, decisionOf, type Choice } from './decision.ts'

const atOnce = 24
const options: { value: Choice; label: string }[] = [
  { value: 'chosen', label: words.chosen },
  { value: 'runnerUp', label: words.runnerUp },
  { value: 'neither', label: words.neither },
]

export interface DecisionFormProps {
  board: Board
  visible: readonly Reviewer[]
  me: string
  myName: string
  onDone: () => void
  /** Where a decision stands already. */
  onCancel: (() => void) | undefined
}

/** What was chosen, what came close, and why. */
export function DecisionForm({ board, visible, me, myName, onDone, onCancel }: DecisionFormProps) {
  // As it was when the form was opened: others' votes must not move the rows under the pointer.
  const [all] = useState(() => candidates(board, visible, me))
  const [choices, setChoices] = useState<ReadonlyMap<string, Choice>>(new Map())
  const [note, setNote] = useState(board.decision?.note ?? '')
  const [most, setMost] = useState(() =>
    Math.max(atOnce, all.findLastIndex(({ choice }) => choice !== 'neither') + 1),
  )
  const [nothing, setNothing] = useState(false)
  const left = Math.min(atOnce, all.length - most)
  const spare = caps.brief - note.length

  function save() {
    const decision = decisionOf(all, choices, note.trim(), myName)
    setNothing(decision.chosen.length === 0)
    if (decision.chosen.length === 0) return
    boards.edit(board.id, decide(decision), boardText.steps.decide)
    announce(words.saved)
    onDone()
  }
  return (
    <form
      aria-label={words.title}
      className="max-w-180"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <p className="text-14 text-ink-2">{words.hint}</p>
      <ul className="mt-4">
        {all.slice(0, most).map(({ look, choice }) => (
          <li
            key={look.id}
            className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2 border-b border-line py-2"
          >
            <span className="flex min-w-40 flex-1 items-center gap-3 text-14 font-medium">
              <Thumb look={look} className="h-12.5 w-10" />
              <span dir="auto">{nameOf(look.note)}</span>
            </span>
            <Segmented
              options={options}
              className={tallSegments}
              label={words.choiceOf(nameOf(look.note))}
              value={choices.get(look.id) ?? choice}
              onChange={(value) => {
                setNothing(false)
                setChoices(new Map([...choices, [look.id, value]]))
              }}
            />
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button className="mt-3" onClick={() => setMost(most + atOnce)}>
          {boardReviewsText.more(left)}
        </Button>
      )}
      <Field
        label={words.why}
        className="mt-5"
        error={nothing ? words.nothing : undefined}
        aside={spare <= caps.brief / 10 ? boardText.left(spare) : undefined}
      >
        {(control) => (
          <textarea
            {...control}
            rows={3}
            maxLength={caps.brief}
            value={note}
            className={inputStyles.area}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      <div className="mt-4 flex gap-2">
        <Button type="submit" variant="main">
          {words.save}
        </Button>
        {onCancel && <Button onClick={onCancel}>{boardsText.cancel}</Button>}
      </div>
    </form>
  )
}
