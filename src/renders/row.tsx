import { Play, X } from 'lucide-react'
import { useState, type ReactNode } from 'react'
import { Link } from 'react-router'
import { rendersText } from '#messages/en-renders.ts'
import { text } from '#messages/en.ts'
import { Button } from '#ui/button.tsx'
import { CopyId } from './copy-id.tsx'
import { FileButtons } from './file-buttons.tsx'
import { Player } from './player.tsx'
import { Thumb } from './thumb.tsx'

export interface RowProps {
  href: string
  picture: ReactNode
  title: string
  line: string
  /** A sentence under the line. */
  note?: string | undefined
  state: ReactNode
  time: string
  /** Once there is one. */
  id: string | null
  /** The video to play and download; null until it is done. */
  file: { id: string; captions: boolean } | null
  /** What else can be done. */
  children?: ReactNode
}

/** One render in a list, played in its place. */
export function Row(props: RowProps) {
  const { title, file, id } = props
  const [playing, setPlaying] = useState(false)
  return (
    <li className="renders-row border-t border-line px-(--gutter)">
      <div className="grid grid-cols-[96px_minmax(0,1fr)] items-center gap-x-4 gap-y-1.5 py-2.5 min-[840px]:grid-cols-[96px_minmax(0,1fr)_170px_100px_236px]">
        <Thumb className="w-24 self-start max-[839px]:row-span-2">{props.picture}</Thumb>
        <div className="min-w-0">
          <Link
            to={props.href}
            className="block truncate rounded-[4px] text-14 font-medium hover:underline"
            dir="auto"
          >
            {title}
          </Link>
          <p className="truncate text-13 text-ink-2">{props.line}</p>
          {props.note && <p className="text-13 text-ink-2">{props.note}</p>}
        </div>
        <div className="col-start-2 flex min-w-0 items-center gap-4 min-[840px]:contents">
          {props.state}
          <span className="text-13 whitespace-nowrap text-ink-2 tabular-nums">{props.time}</span>
        </div>
        <div className="col-start-2 flex flex-wrap items-center gap-2 empty:hidden min-[840px]:col-start-auto min-[840px]:flex-nowrap min-[840px]:justify-end">
          {id !== null && <CopyId id={id} label={rendersText.copyId(title)} />}
          {props.children}
          {file && (
            <>
              <Button
                className="min-w-22 px-3!"
                aria-expanded={playing}
                aria-label={playing ? rendersText.close : rendersText.playOf(title)}
                onClick={() => setPlaying(!playing)}
              >
                {playing ? <X {...icon} /> : <Play {...icon} />}
                {playing ? text.app.close : rendersText.play}
              </Button>
              <FileButtons id={file.id} title={title} captions={file.captions} />
            </>
          )}
        </div>
      </div>
      {file && playing && (
        <div className="max-w-224 pt-1 pb-5">
          <Player id={file.id} title={title} autoPlay />
        </div>
      )}
    </li>
  )
}

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const
