import { Check, Copy, Download, Send } from 'lucide-react'
import { useId } from 'react'
import type { Board } from '#boards/board.ts'
import { boardName } from '#boards/names.ts'
import { copyText } from '#gallery/copy-text.ts'
import { shareText as words } from '#messages/en-share.ts'
import { Button } from '#ui/button.tsx'
import { inputStyles } from '#ui/field.tsx'
import { IconButton } from '#ui/icon-button.tsx'
import { diskName, saveBlob } from '#ui/save-blob.ts'
import { shareFile } from './board-file.ts'
import type { Share } from './shared-part.ts'
import { useShareLink } from './use-share-link.ts'

export interface LinkRowProps {
  board: Board
  share: Share
  me: string
  /** What the link is. */
  label: string
  /** What its copy button says. */
  copyLabel: string
  /** How much its copy button stands out. */
  variant: 'main' | 'plain'
}

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

/** A link with its size, to copy or to send, and the same as a file. */
export function LinkRow({ board, share, me, label, copyLabel, variant }: LinkRowProps) {
  const link = useShareLink(board, share, me)
  const id = useId()
  const title = words.invitation(boardName(board))
  const save = () => saveBlob(shareFile(board, share, me), `${diskName(title)}.lookbook.json`)
  const url = link.state === 'ready' ? link.url : ''
  if (link.state === 'too-long' || link.state === 'failed')
    return (
      <div>
        <p role="status" className="text-13 text-ink-2">
          {link.state === 'failed' ? words.link.failed : words.link.tooLong}
        </p>
        <Button className="mt-2" onClick={save}>
          <Download {...icon} />
          {words.link.file}
        </Button>
      </div>
    )
  return (
    <div>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <input
        id={id}
        readOnly
        className={`${inputStyles.line} font-mono text-12!`}
        value={url || words.link.making}
        onFocus={(event) => event.currentTarget.select()}
      />
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button
          variant={variant}
          className="group"
          aria-disabled={url === ''}
          onClick={({ currentTarget }) => {
            if (url !== '') void copyText(url, currentTarget)
          }}
        >
          <Copy {...icon} className="group-data-done:hidden" />
          <Check {...icon} className="hidden group-data-done:block" />
          {copyLabel}
        </Button>
        {'share' in navigator && url !== '' && (
          // Left without sending: nothing to say.
          <IconButton
            label={words.link.send}
            onClick={() => void navigator.share({ title, url }).catch(() => {})}
          >
            <Send {...icon} />
          </IconButton>
        )}
        <IconButton label={words.link.file} onClick={save}>
          <Download {...icon} />
        </IconButton>
        <span className="ml-auto text-12 text-ink-2 tabular-nums">{url && words.link.size(url.length)}</span>
      </div>
    </div>
  )
}
