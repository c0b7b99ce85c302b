import { Card } from './card.tsx'
import type { GridProps } from './grid-props.ts'
import { mount } from './shell.tsx'

/** Every card that was ever loaded stays in the DOM. */
function EveryCard({ looks }: GridProps) {
  return (
    <div className="columns">
      {looks.map((look) => (
        <Card key={look.id} look={look} />
      ))}
    </div>
  )
}

mount(EveryCard)
