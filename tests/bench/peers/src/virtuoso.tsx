import { VirtuosoGrid, type GridStateSnapshot } from 'react-virtuoso'
import { Card } from './card.tsx'
import type { GridProps } from './grid-props.ts'
import { overscanRows } from './grid-rules.ts'
import type { Look } from './looks.ts'
import { mount } from './shell.tsx'

const content = (_: number, look: Look) => <Card look={look} />
const keyOf = (_: number, look: Look) => look.id
/** The grid's sizes as it last told them: the way back starts from them. */
let kept: GridStateSnapshot | undefined

function Virtuoso({ looks, layout }: GridProps) {
  return (
    <VirtuosoGrid
      useWindowScroll
      data={looks}
      increaseViewportBy={overscanRows * layout.rowPitch}
      listClassName="columns"
      restoreStateFrom={history.state === null ? undefined : kept}
      stateChanged={(state) => (kept = state)}
      computeItemKey={keyOf}
      itemContent={content}
    />
  )
}

mount(Virtuoso)
