import type { Look } from '#heygen/schemas/look.ts'
import { captionOf, isNotReady, nameOf, statusWord } from '#looks/look-words.ts'
import { Picture } from '#looks/picture.tsx'
import { text } from '#messages/en.ts'
import type { CardProps } from './card-grid.tsx'

/**
 * One look in the grid. It has no handlers: the grid listens for all its cards. The buttons are for pointers;
 * keys reach the same by Space and in the look's panel.
 */
export function LookCard({ item: look, index, href, active, current }: CardProps<Look>) {
  const name = nameOf(look)
  const clip = look.preview_video_url
  return (
    <div
      role="gridcell"
      className="card"
      data-card={look.id}
      data-index={index}
      data-clip={clip ?? undefined}
      data-current={current || undefined}
    >
      <a
        className="card-link"
        href={href}
        tabIndex={active ? 0 : -1}
        aria-current={current || undefined}
        aria-keyshortcuts={clip ? 'Space' : undefined}
        draggable={false}
      >
        <span className="media block">
          <Picture lookId={look.id} url={look.preview_image_url} name={name} />
        </span>
        <span className="card-name">{name}</span>
        <span className="card-caption">{captionOf(look)}</span>
      </a>
      {isNotReady(look.status) && <span className="card-badge start">{statusWord(look.status)}</span>}
      {clip && (
        <button
          type="button"
          className="card-button play"
          data-action="play"
          tabIndex={-1}
          aria-label={text.grid.play(name)}
        />
      )}
      {!isNotReady(look.status) && (
        <button
          type="button"
          className="card-button create"
          data-action="create"
          tabIndex={-1}
          aria-label={text.look.createOf(name)}
        >
          {text.look.create}
        </button>
      )}
      <button
        type="button"
        className="card-button copy"
        data-action="copy"
        tabIndex={-1}
        aria-label={text.grid.copyId(name)}
      />
    </div>
  )
}
