import { useMemo } from 'react'
import { WindowVirtualizer } from 'virtua'
import { Card } from './card.tsx'
import { rowsOf, type GridProps } from './grid-props.ts'
import { overscanRows } from './grid-rules.ts'
import { mount } from './shell.tsx'

function VirtuaRows({ looks, layout }: GridProps) {
  const { columns, rowPitch } = layout
  const rows = useMemo(() => rowsOf(looks, columns), [looks, columns])
  return (
    <WindowVirtualizer data={rows} itemSize={rowPitch} bufferSize={overscanRows * rowPitch}>
      {(row, index) => (
        <div key={index} className="row">
          {row.map((look) => (
            <Card key={look.id} look={look} />
          ))}
        </div>
      )}
    </WindowVirtualizer>
  )
}

mount(VirtuaRows)
