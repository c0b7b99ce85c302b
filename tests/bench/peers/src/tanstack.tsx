import { useWindowVirtualizer } from '@tanstack/react-virtual'
import { useLayoutEffect, useState } from 'react'
import { Card } from './card.tsx'
import type { GridProps } from './grid-props.ts'
import { overscanRows } from './grid-rules.ts'
import { mount } from './shell.tsx'

function TanStackRows({ looks, layout, root }: GridProps) {
  const { columns, rowPitch } = layout
  const [top, setTop] = useState(0)
  useLayoutEffect(() => setTop(root.current?.offsetTop ?? 0), [root])
  const virtualizer = useWindowVirtualizer({
    count: Math.ceil(looks.length / columns),
    estimateSize: () => rowPitch,
    overscan: overscanRows,
    scrollMargin: top,
  })
  return (
    <div className="rows" style={{ height: virtualizer.getTotalSize() }}>
      {virtualizer.getVirtualItems().map((row) => (
        <div key={row.key} className="row placed" style={{ transform: `translateY(${row.start - top}px)` }}>
          {looks.slice(row.index * columns, (row.index + 1) * columns).map((look) => (
            <Card key={look.id} look={look} />
          ))}
        </div>
      ))}
    </div>
  )
}

mount(TanStackRows)
