import { accessText } from '#messages/en-access.ts'
import { paletteText as words } from '#messages/en-palette.ts'
import { selectionText } from '#messages/en-selection.ts'
import { text } from '#messages/en.ts'
import type { CatalogueProgress } from '#search/protocol.ts'
import type { Command } from './palette-list.ts'

/** What the commands are made from: where the person is, and what they can do there. */
export interface PaletteSituation {
  readonly: boolean
  dark: boolean
  filtered: boolean
  /** The open look, else the one whose card has the focus. */
  look: { id: string; open: boolean } | null
  /** Looks that are selected. */
  selected: number
  progress: CatalogueProgress | null
  hrefs: { looks: string; people: string }
  onGo: (href: string) => void
  onClear: () => void
  onTheme: () => void
  onSize: (step: 1 | -1) => void
  onCopy: (id: string) => void
  onCreate: (id: string) => void
  /** Null where the page has no list of looks. */
  onSelectAll: (() => void) | null
  onDeselect: () => void
  /** Null where so many, or so few, cannot be compared. */
  onCompare: (() => void) | null
  onWalk: () => void
  onStop: () => void
  /** Null where nobody had to sign in. */
  onSignOut: (() => void) | null
}

const allKeys = `${/Mac|iP/.test(navigator.userAgent) ? '⌘' : 'Ctrl'} A`

const action = (id: string, label: string, run: () => void, more?: Partial<Command>): Command => ({
  id,
  label,
  run,
  group: 'actions',
  ...more,
})

/** Every view, and every action that can be done now. */
export function paletteCommands(at: PaletteSituation): Command[] {
  const view = (id: string, label: string, href: string): Command => ({
    id,
    label,
    href,
    group: 'views',
    safe: true,
    run: () => at.onGo(href),
  })
  const safe = { safe: true }
  const { look, progress } = at
  return [
    view('looks', words.view.looks, at.hrefs.looks),
    view('people', words.view.people, at.hrefs.people),
    view('boards', words.view.boards, '/boards'),
    view('catalogue', words.view.catalogue, '/catalogue'),
    ...(at.readonly ? [] : [view('renders', words.view.renders, '/renders')]),
    ...(at.filtered ? [action('clear', words.action.clear, at.onClear)] : []),
    ...(look
      ? [
          ...(at.readonly
            ? []
            : [
                action('create', look.open ? words.action.createOpen : words.action.createFocused, () =>
                  at.onCreate(look.id),
                ),
              ]),
          action('copy', look.open ? words.action.copyOpen : words.action.copyFocused, () =>
            at.onCopy(look.id),
          ),
        ]
      : []),
    ...(at.onSelectAll
      ? [action('select-all', selectionText.command.all, at.onSelectAll, { keys: allKeys })]
      : []),
    ...(at.onCompare ? [action('compare', selectionText.command.compare, at.onCompare)] : []),
    ...(at.selected > 0 ? [action('deselect', selectionText.command.clear, at.onDeselect)] : []),
    action('theme', at.dark ? text.app.toLight : text.app.toDark, at.onTheme, safe),
    action('smaller', words.action.smaller, () => at.onSize(-1), { ...safe, keys: '−' }),
    action('larger', words.action.larger, () => at.onSize(1), { ...safe, keys: '+' }),
    ...(progress ? [readingCommand(progress)] : []),
    ...(at.onSignOut ? [action('sign-out', accessText.signOut.command, at.onSignOut)] : []),
  ]

  function readingCommand({ state }: CatalogueProgress): Command {
    if (state === 'done') return action('walk', words.action.walk, at.onWalk, safe)
    if (state === 'stopped' || state === 'failed') return action('walk', words.action.resume, at.onWalk, safe)
    return action('stop', words.action.stop, at.onStop, safe)
  }
}
