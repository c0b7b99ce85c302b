import type { CardProps } from '#gallery/card-grid.tsx'
import type { Group } from '#heygen/schemas/group.ts'
import { genderWord, isNotReady, nameOf, statusWord } from '#looks/look-words.ts'
import { Picture } from '#looks/picture.tsx'
import { text } from '#messages/en.ts'

/** One person in the grid. Like a look's card it has no handlers of its own. */
export function PersonCard({ item: person, index, href, active }: CardProps<Group>) {
  const name = nameOf(person)
  const clip = person.preview_video_url
  return (
    <div
      role="gridcell"
      className="card"
      data-card={person.id}
      data-index={index}
      data-clip={clip ?? undefined}
    >
      <a className="card-link" href={href} tabIndex={active ? 0 : -1} draggable={false}>
        <span className="media block">
          <Picture url={person.preview_image_url} name={name} />
          {person.looks_count !== null && (
            <span className="card-badge end">{text.count.looks(person.looks_count, false)}</span>
          )}
        </span>
        <span className="card-name">{name}</span>
        <span className="card-caption">
          {[
            person.gender && genderWord(person.gender),
            isNotReady(person.status) && statusWord(person.status),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </a>
    </div>
  )
}
