import { CornerDownLeft } from 'lucide-react'
import { captionOf, nameOf } from '#looks/look-words.ts'
import { Picture } from '#looks/picture.tsx'
import { text } from '#messages/en.ts'
import type { PaletteRow } from './palette-list.ts'

/** What one row says. `growing`: the count may be short. */
export function PaletteRowContent({ row, growing }: { row: PaletteRow; growing: boolean }) {
  if ('command' in row)
    return (
      <>
        <span className="min-w-0 flex-1 truncate">{row.command.label}</span>
        {row.command.keys && <Keys>{row.command.keys}</Keys>}
        <Enter />
      </>
    )
  const { name, line, url, lookId, round } =
    'look' in row
      ? {
          name: nameOf(row.look),
          line: captionOf(row.look),
          url: row.look.preview_image_url,
          lookId: { lookId: row.look.id },
          round: 'rounded-[6px]',
        }
      : {
          name: nameOf(row.person.group),
          line: text.count.looks(row.person.count, growing),
          url: row.person.group.preview_image_url,
          lookId: {},
          round: 'rounded-full',
        }
  return (
    <>
      <Picture
        {...lookId}
        url={url}
        name={name}
        className={`size-10 shrink-0 bg-media object-cover object-[50%_18%] text-12 ${round}`}
      />
      <span className="min-w-0 flex-1">
        <span className="block truncate" dir="auto">
          {name}
        </span>{' '}
        <span className="block truncate text-12 text-ink-2 tabular-nums">{line}</span>
      </span>
      <Enter />
    </>
  )
}

export function Keys({ children }: { children: string }) {
  return (
    <kbd className="inline-flex h-5 min-w-5 items-center justify-center rounded-[5px] border border-line-2 px-1.5 font-sans text-12 text-ink-2">
      {children}
    </kbd>
  )
}

function Enter() {
  return (
    <CornerDownLeft
      size={16}
      strokeWidth={1.75}
      aria-hidden="true"
      className="hidden shrink-0 text-ink-3 in-data-highlighted:block [@media(hover:none)]:in-data-highlighted:hidden"
    />
  )
}
