import { Masonry } from 'masonic'
import { Card } from './card.tsx'
import type { GridProps } from './grid-props.ts'
import { overscanRows } from './grid-rules.ts'
import type { Look } from './looks.ts'
import { mount } from './shell.tsx'

const Cell = ({ data }: { data: Look }) => <Card look={data} />
const keyOf = (look: Look) => look.id

function Masonic({ looks, layout }: GridProps) {
  const { columns, gap, rowPitch } = layout
  return (
    <Masonry
      items={looks}
      columnCount={columns}
      columnGutter={gap}
      rowGutter={0}
      itemHeightEstimate={rowPitch}
      itemKey={keyOf}
      // Its unit is a window on each side. A scroll is looked at 12 times a second unless told otherwise.
      overscanBy={(overscanRows * rowPitch) / window.innerHeight}
      scrollFps={60}
      render={Cell}
    />
  )
}

mount(Masonic)
