import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { letterKeys } from '#boards/letter-keys.ts'
import { nameOf } from '#looks/look-words.ts'
import { compareText as words } from '#messages/en-compare.ts'
import { useWidth } from '#ui/use-width.ts'
import { CompareHeader } from './compare-header.tsx'
import { compareCommand } from './compare-keys.ts'
import { useCompareSettings } from './compare-settings.ts'
import type { CompareViewProps } from './compare-view.tsx'
import { FactsTable } from './facts-table.tsx'
import { moved, neighbourOf } from './order.ts'
import { layOut, paneGap } from './pane-layout.ts'
import { ratioOf } from './pane-media.tsx'
import { Pane } from './pane.tsx'
import { Transport } from './transport.tsx'
import { useCompareLooks } from './use-compare-looks.ts'
import { usePaneFocus } from './use-pane-focus.ts'
import { useSync } from './use-sync.ts'
import { useTallest } from './use-tallest.ts'
import { useZooms } from './use-zooms.ts'
import { panBy, toggleZoom, wholePicture, zoomBy, zoomStep } from './zoom.ts'

export interface ComparisonProps extends Omit<CompareViewProps, 'LookSearch'> {
  /** The way back to the board, and the button that adds a look. */
  back: ReactNode
  add: ReactNode
  /** Beyond those shown. */
  leftOut: number
  onRemove: (id: string, name: string) => void
  /** Over the transport. */
  children: ReactNode
}

/** The panes, their facts and the transport. */
export function Comparison(props: ComparisonProps) {
  const { ids, onIds, onRemove, leftOut, frame, backdrop, onDisplay, hrefOf, Actions, review } = props
  const looks = useCompareLooks(ids)
  const { linked, onlyDifferences, brand } = useCompareSettings()
  const driver = useSync()
  const zooms = useZooms(linked)
  const tallest = useTallest()
  const [measure, width] = useWidth()
  const [asked, setCurrent] = useState(ids[0] ?? '')
  const current = ids.includes(asked) ? asked : (ids[0] ?? '')
  const { panes, focus, focusThen } = usePaneFocus(ids)

  const move = (id: string, index: number) => {
    focusThen(id)
    onIds(moved(ids, id, index))
  }
  const remove = (id: string) => {
    focusThen(neighbourOf(ids, id))
    const look = looks.find((pane) => pane.id === id)?.look
    onRemove(id, look ? nameOf(look) : id)
  }
  const zoom = (larger: boolean) =>
    zooms.change(current, (before) => zoomBy(before, larger ? zoomStep : 1 / zoomStep))

  function pressed(event: KeyboardEvent<HTMLElement>) {
    const { target, currentTarget } = event
    // Popups are React's children here, but not the page's.
    if (!(target instanceof HTMLElement) || !currentTarget.contains(target)) return
    // A button answers Space itself.
    if (event.key === ' ' && target.closest('a, button')) return
    const command = compareCommand(event.nativeEvent, review !== undefined, letterKeys.read())
    if (!command) return
    if (command.kind === 'pan' && zooms.of(current).scale === 1) return
    event.preventDefault()
    switch (command.kind) {
      case 'play':
        return driver.toggle()
      case 'step':
        return driver.step(command.by)
      case 'go':
        return focus(ids[ids.indexOf(current) + command.by])
      case 'zoom':
        return zoom(command.in)
      case 'whole':
        return zooms.change(current, () => wholePicture)
      case 'pan':
        return zooms.change(current, (before) => panBy(before, command))
      case 'reference':
        return ids[0] === current ? undefined : move(current, 0)
      case 'remove':
        return remove(current)
      case 'verdict':
        return review?.onVerdict(current, command.verdict)
      case 'keep':
        return review?.onKeep(current)
      case 'undo':
        return review?.onUndo()
    }
  }

  const layout = layOut(ids.length, width ?? 0, ratioOf(frame), tallest)
  const hasClips = looks.some(({ look }) => look?.preview_video_url != null)
  return (
    <>
      <CompareHeader
        title={words.title(ids.length)}
        scale={zooms.of(current).scale}
        onZoom={zoom}
        onWhole={() => zooms.change(current, () => wholePicture)}
        withBoard={review !== undefined}
        back={props.back}
        add={props.add}
        {...{ frame, backdrop, onDisplay }}
      />
      {leftOut > 0 && (
        <p role="note" className="mb-3 text-13 text-ink-2">
          {words.tooMany(ids.length, ids.length + leftOut)}
        </p>
      )}
      <div ref={measure}>
        <div
          className="compare"
          style={{
            width: layout.columns * layout.width + (layout.columns - 1) * paneGap,
            gridTemplateColumns: `repeat(${layout.columns}, minmax(0, 1fr))`,
            gap: paneGap,
          }}
          ref={panes}
          role="grid"
          aria-label={words.panes}
          onKeyDown={pressed}
        >
          <div role="row" className="contents">
            {width !== null &&
              looks.map((pane, index) => (
                <Pane
                  key={pane.id}
                  pane={pane}
                  href={hrefOf(pane.id)}
                  isCurrent={pane.id === current}
                  isReference={index === 0}
                  onFocus={() => setCurrent(pane.id)}
                  display={{ frame, backdrop, brand }}
                  driver={driver}
                  width={layout.width}
                  zoom={zooms.of(pane.id)}
                  onZoom={(factor, at) => zooms.change(pane.id, (before) => zoomBy(before, factor, at))}
                  onPan={(by) => zooms.change(pane.id, (before) => panBy(before, by))}
                  onToggle={(at) => zooms.change(pane.id, (before) => toggleZoom(before, at))}
                  isZoomed={() => zooms.of(pane.id).scale > 1}
                  onReference={index === 0 ? undefined : () => move(pane.id, 0)}
                  // Left of the second is the reference's place, which has a way of its own.
                  onLeft={index < 2 ? undefined : () => move(pane.id, index - 1)}
                  onRight={
                    index === 0 || index === ids.length - 1 ? undefined : () => move(pane.id, index + 1)
                  }
                  onRemove={() => remove(pane.id)}
                  Actions={Actions}
                  review={
                    review && {
                      boardName: review.boardName,
                      verdict: review.verdictOf(pane.id),
                      onVerdict: (verdict) => review.onVerdict(pane.id, verdict),
                      onKeep: () => review.onKeep(pane.id),
                      onPut: () => review.onPut(pane.id),
                    }
                  }
                />
              ))}
          </div>
        </div>
        <div
          className="mx-auto"
          style={
            layout.oneRow
              ? { width: layout.columns * layout.width + (layout.columns - 1) * paneGap }
              : undefined
          }
        >
          {looks.some(({ look }) => look) && (
            <FactsTable
              looks={looks.map(({ id, look, person }) => ({
                id,
                look,
                person,
                name: look ? nameOf(look) : id,
              }))}
              onlyDifferences={onlyDifferences}
              aligned={layout.oneRow}
            />
          )}
        </div>
      </div>
      <div className="pointer-events-none fixed inset-x-3 bottom-4 z-20 mx-auto flex max-w-130 flex-col gap-2">
        {props.children}
        {hasClips && <Transport driver={driver} />}
      </div>
    </>
  )
}
