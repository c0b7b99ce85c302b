import { dialogText } from '#messages/en-create-dialog.ts'
import { createText } from '#messages/en-create.ts'
import { Button } from '#ui/button.tsx'
import { RefusalNote } from './refusal-note.tsx'
import type { RefusalWords } from './server-errors.ts'

const isMac = /mac|iphone|ipad/i.test(navigator.userAgent)

export interface SubmitProps {
  /** Why it cannot be sent at all. */
  blocked: string | null
  sending: boolean
  /** Why the last try came to nothing. */
  refusal: RefusalWords | null
  /** Fields that are not right yet, once sending was tried. */
  wrong: number
}

/** The button that spends, and what became of the last try. */
export function Submit({ blocked, sending, refusal, wrong }: SubmitProps) {
  const id = blocked === null ? undefined : 'create-blocked'
  return (
    <div className="flex flex-col gap-3">
      <div role="alert" className="empty:hidden">
        {refusal ? (
          <RefusalNote key={refusal.title} {...refusal} />
        ) : (
          wrong > 0 && <p className="text-13 text-bad">{dialogText.fix(wrong)}</p>
        )}
      </div>
      {blocked !== null && (
        <p id={id} className="text-13 text-ink-2">
          {blocked}
        </p>
      )}
      <Button
        type="submit"
        variant="main"
        className="h-11 w-full aria-disabled:cursor-default aria-disabled:opacity-60"
        aria-disabled={sending || blocked !== null || undefined}
        aria-describedby={id}
        aria-keyshortcuts="Control+Enter Meta+Enter"
      >
        {sending ? createText.submitting : createText.submit}
        {!sending && (
          <span aria-hidden="true" className="hidden text-13 font-normal sm:inline">
            {dialogText.keys(isMac)}
          </span>
        )}
      </Button>
    </div>
  )
}
