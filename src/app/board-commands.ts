import type { QueryClient } from '@tanstack/react-query'
import { reviewerOf, reviewOf, type Board } from '#boards/board.ts'
import { boards } from '#boards/boards.ts'
import { boardHref, duelsHref, reviewHref, sheetHref } from '#boards/hrefs.ts'
import { makeBoard } from '#boards/make-board.ts'
import { me } from '#boards/me.ts'
import { boardName } from '#boards/names.ts'
import { partFailed } from '#gallery/part-failed.ts'
import { boardsText } from '#messages/en-boards.ts'
import { paletteText } from '#messages/en-palette.ts'
import { canCompare, compareHref } from './compare-address.ts'
import type { Command } from './palette-list.ts'
import { peopleFinder } from './people-names.ts'

const words = paletteText.board

export interface BoardSituation {
  pathname: string
  onGo: (href: string) => void
  client: QueryClient
}

export type BoardCommands = (at: BoardSituation) => Command[]

const action = (id: string, label: string, run: () => void, href?: string): Command => ({
  id: `board ${id}`,
  label,
  group: 'actions',
  run,
  ...(href === undefined ? {} : { href }),
})

/** What a button of the page does, where the page has it: once the palette has given the focus back. */
function pressing(id: string, label: string, button: string): Command[] {
  const press = () => setTimeout(() => document.getElementById(button)?.click())
  return document.getElementById(button) ? [action(id, label, press)] : []
}

/** What can be done with the board that is open. */
function commandsOf(board: Board, { onGo, client }: BoardSituation): Command[] {
  const { id, looks, decision } = board
  const going = (name: string, label: string, href: string) => action(name, label, () => onGo(href), href)
  const saving = (kind: 'csv' | 'json' | 'markdown', label: string) =>
    action(kind, label, () => {
      import('#boards/export/save-export.ts').then(
        ({ exportBoard }) => exportBoard(board, kind, me.read().id, peopleFinder(client)),
        partFailed,
      )
    })
  const mine = reviewerOf(board, me.read().id)
  const picks = looks.filter((look) => reviewOf(mine, look.id).verdict === 'pick').map((look) => look.id)
  return [
    ...(looks.length > 0 ? [going('review', words.review, reviewHref(id))] : []),
    ...(looks.length > 1 ? [going('duels', words.duels, duelsHref(id))] : []),
    ...(canCompare(picks.length) ? [going('compare', words.compare, compareHref(picks, id))] : []),
    ...pressing('share', words.share, 'board-share'),
    saving('csv', words.csv),
    saving('json', words.json),
    ...(decision ? [saving('markdown', words.markdown)] : []),
    ...(looks.length > 0 ? [going('sheet', words.sheet, sheetHref(id))] : []),
    ...pressing('rename', words.rename, 'board-name'),
  ]
}

const commands =
  (all: readonly Board[]): BoardCommands =>
  (at) => {
    const id = /^\/boards\/([^/]+)/.exec(at.pathname)?.[1]
    const open = all.find((board) => board.id === id)
    return [
      ...(open ? commandsOf(open, at) : []),
      action('new', boardsText.create, () => at.onGo(boardHref(makeBoard('')))),
      ...all
        .filter((board) => board !== open)
        .map((board): Command => ({
          id: `board ${board.id}`,
          label: boardName(board),
          group: 'boards',
          href: boardHref(board.id),
          run: () => at.onGo(boardHref(board.id)),
        })),
    ]
  }

/** The commands for boards, now and whenever those change; gives the way to end it. */
export function watchBoards(tell: (now: BoardCommands) => void): () => void {
  const say = () => tell(commands(boards.read().boards))
  const leave = boards.subscribe(say)
  say()
  return leave
}
