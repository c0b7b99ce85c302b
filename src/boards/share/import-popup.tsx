import { Upload } from 'lucide-react'
import { useEffect, useEffectEvent, useId, useRef, useState } from 'react'
import { boards, useBoard, useMe } from '#boards/boards.ts'
import { boardHref } from '#boards/hrefs.ts'
import { boardName } from '#boards/names.ts'
import { shareText as words } from '#messages/en-share.ts'
import { Button, ButtonLink } from '#ui/button.tsx'
import { Field, inputStyles } from '#ui/field.tsx'
import { announce } from '#ui/notices.ts'
import { Popup, type PopupProps } from '#ui/popup.tsx'
import { MergeLines } from './merge-lines.tsx'
import { mergeSummary } from './merge-summary.ts'
import type { SharedBoard } from './share-code.ts'
import { useIncoming } from './use-incoming.ts'

interface ImportPopupProps extends Omit<PopupProps, 'label' | 'children'> {
  /** A file that was dropped on the page. */
  dropped: File | null
}

/** One field for a link, a code or a file; says what will happen, and then does it. */
export function ImportPopup({ dropped, ...popup }: ImportPopupProps) {
  return (
    <Popup {...popup} label={words.import.title} align="end">
      <div className="w-88 max-w-[calc(100vw-76px)]">
        <h2 className="mb-3 text-16 font-semibold">{words.import.title}</h2>
        <Source dropped={dropped} />
      </div>
    </Popup>
  )
}

function Source({ dropped }: { dropped: File | null }) {
  const { incoming, take } = useIncoming()
  const [text, setText] = useState('')
  const chooser = useRef<HTMLInputElement>(null)
  const id = useId()
  const takeDropped = useEffectEvent(take)
  useEffect(() => {
    if (dropped) void takeDropped(dropped)
  }, [dropped])
  const problem = incoming.state === 'problem' ? words.problem[incoming.problem] : undefined
  return (
    <>
      <Field
        label={words.import.label}
        hint={incoming.state === 'reading' ? words.import.reading : words.import.drop}
        error={problem && `${problem} ${words.kept}`}
      >
        {(control) => (
          <input
            {...control}
            type="text"
            autoComplete="off"
            spellCheck={false}
            className={inputStyles.line}
            placeholder={words.import.placeholder}
            value={text}
            onChange={({ target }) => {
              setText(target.value)
              void take(target.value)
            }}
          />
        )}
      </Field>
      <input
        ref={chooser}
        id={id}
        type="file"
        accept=".json,application/json"
        aria-label={words.import.choose}
        tabIndex={-1}
        className="sr-only"
        onChange={({ target }) => {
          const file = target.files?.[0]
          setText('')
          if (file) void take(file)
          // So that the same file can be chosen again.
          target.value = ''
        }}
      />
      <Button className="mt-3" onClick={() => chooser.current?.click()}>
        <Upload size={16} strokeWidth={1.75} aria-hidden="true" />
        {words.import.choose}
      </Button>
      {incoming.state === 'ready' && <Offer key={incoming.shared.id} shared={incoming.shared} />}
    </>
  )
}

/** The button that had it is gone. */
const focus = (link: HTMLAnchorElement | null) => link?.focus()

function Offer({ shared }: { shared: SharedBoard }) {
  const here = useBoard(shared.id)
  const { id: me } = useMe()
  const [merged, setMerged] = useState(false)
  // Boards are still being read.
  if (here === undefined) return null
  const summary = mergeSummary(here ?? undefined, shared)
  const name = boardName(summary)
  const open = (
    <ButtonLink to={boardHref(shared.id)} variant="main" ref={merged ? focus : null}>
      {words.import.open}
    </ButtonLink>
  )
  return (
    <div className="mt-4 border-t border-line pt-4">
      {merged ? (
        <p role="status" className="text-14 font-medium">
          {words.import.done(name)}
        </p>
      ) : (
        <MergeLines summary={summary} me={me} />
      )}
      <div className="mt-3 flex gap-2">
        {(merged || summary.kind === 'nothing') && open}
        {!merged && (summary.kind === 'new' || summary.kind === 'changes') && (
          <Button
            variant="main"
            onClick={() => {
              boards.merge(shared)
              setMerged(true)
              announce(words.import.done(name))
            }}
          >
            {summary.kind === 'new' ? words.accept.new : words.accept.changes(name)}
          </Button>
        )}
      </div>
    </div>
  )
}
