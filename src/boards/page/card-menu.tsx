import { CSPProvider } from '@base-ui/react/csp-provider'
import { Menu } from '@base-ui/react/menu'
import { verdicts, type Verdict } from '#boards/register-keys.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { boardGridText as words } from '#messages/en-boards.ts'

export interface CardMenuProps {
  /** Null while it is closed. */
  anchor: HTMLElement | null
  picked: boolean
  verdict: Verdict
  /** Null where the order is not the board's own. */
  place: { first: boolean; last: boolean } | null
  onClose: () => void
  onOpenLook: () => void
  onPick: () => void
  onVerdict: (verdict: Verdict) => void
  onCreate: (() => void) | undefined
  /** By how many places, or to an end. */
  onMove: (to: 'top' | 'before' | 'after' | 'end') => void
  onRemove: () => void
  /** Where the focus goes when it closes. */
  focusBack: () => HTMLElement | null
}

const item =
  'flex min-h-8 cursor-default items-center justify-between gap-6 rounded-control px-3 text-13 outline-none data-disabled:opacity-45 data-highlighted:bg-well dark:data-highlighted:bg-line-2/50'

/** Everything that can be done with a look on a board, a place to drag it to among it. */
export function CardMenu(props: CardMenuProps) {
  const { anchor, place, verdict, onCreate, onMove, onClose } = props
  return (
    <CSPProvider disableStyleElements>
      <Menu.Root open={anchor !== null} onOpenChange={(open) => !open && onClose()}>
        <Menu.Portal>
          <Menu.Positioner anchor={anchor} align="start" sideOffset={4} collisionPadding={8} className="z-40">
            <Menu.Popup
              aria-label={words.menuLabel}
              finalFocus={props.focusBack}
              className="min-w-44 rounded-media border border-line bg-raised p-1 text-ink shadow-panel outline-none"
            >
              <Menu.Item className={item} onClick={props.onOpenLook}>
                {words.open}
              </Menu.Item>
              <Menu.Item className={item} onClick={props.onPick}>
                {props.picked ? words.unselectIt : words.selectIt}
              </Menu.Item>
              {onCreate && (
                <Menu.Item className={item} onClick={onCreate}>
                  {words.create}
                </Menu.Item>
              )}
              <Line />
              <Menu.RadioGroup value={verdict}>
                {verdicts.map((value) => (
                  <Menu.RadioItem
                    key={value}
                    value={value}
                    closeOnClick
                    className={item}
                    onClick={() => props.onVerdict(value)}
                  >
                    {boardWords.verdict[value]}
                    <Menu.RadioItemIndicator className="size-1.5 rounded-full bg-accent" />
                  </Menu.RadioItem>
                ))}
              </Menu.RadioGroup>
              <Line />
              {(['top', 'before', 'after', 'end'] as const).map((to) => (
                <Menu.Item
                  key={to}
                  className={item}
                  disabled={place === null || (to === 'top' || to === 'before' ? place.first : place.last)}
                  onClick={() => onMove(to)}
                >
                  {moveWords[to]}
                </Menu.Item>
              ))}
              <Line />
              <Menu.Item className={`${item} text-bad`} onClick={props.onRemove}>
                {words.remove}
              </Menu.Item>
            </Menu.Popup>
          </Menu.Positioner>
        </Menu.Portal>
      </Menu.Root>
    </CSPProvider>
  )
}

const moveWords = { top: words.toTop, before: words.before, after: words.after, end: words.toEnd }

const Line = () => <Menu.Separator className="mx-2 my-1 h-px bg-line" />
