import type { Look } from '#heygen/schemas/look.ts'
import type { PersonCount } from '#search/protocol.ts'

/** Something the palette offers by name. */
export interface Command {
  id: string
  label: string
  /** Boards are there to be found by name, and not listed before one is typed. */
  group: 'views' | 'actions' | 'boards'
  /** The keys that do the same without the palette. */
  keys?: string
  /** Where it goes, if it goes anywhere: it can be opened in a tab. */
  href?: string
  /** It leaves an open dialog that spends as it is. */
  safe?: boolean
  run: () => void
}

export type PaletteRow = { id: string } & (
  | { command: Command }
  | { look: Look; href: string }
  | { person: PersonCount; href: string }
)

export interface PaletteGroup {
  value: 'views' | 'actions' | 'boards' | 'looks' | 'people'
  items: PaletteRow[]
}

/** The most boards that are listed at once. */
const mostBoards = 6

/** Without case and accents, in words. */
const wordsOf = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)

/** Commands that have a word beginning with each that was typed; those that begin like it first. */
export function findCommands(commands: readonly Command[], typed: string): Command[] {
  const wanted = wordsOf(typed)
  // What has no letters, an emoji, is nobody's name.
  if (wanted.length === 0) return typed.trim() ? [] : commands.filter(({ group }) => group !== 'boards')
  const found = commands.flatMap((command) => {
    const words = wordsOf(command.label)
    if (!wanted.every((start) => words.some((word) => word.startsWith(start)))) return []
    return [{ command, first: words[0]?.startsWith(wanted[0] ?? '') ?? false }]
  })
  return [...found.filter(({ first }) => first), ...found.filter(({ first }) => !first)].map(
    ({ command }) => command,
  )
}

export interface PaletteFinds {
  looks: readonly Look[]
  people: readonly PersonCount[]
}

export interface PaletteHrefs {
  lookHref: (id: string) => string
  personHref: (id: string) => string
}

/**
 * What is listed, in groups. Commands are known at once and stand first; looks and people come a little later and
 * below, so that nothing moves under the row that Enter would take.
 */
export function paletteGroups(
  commands: readonly Command[],
  { looks, people }: PaletteFinds,
  { lookHref, personHref }: PaletteHrefs,
): PaletteGroup[] {
  const rows = commands.map((command) => ({ id: command.id, command }))
  const groups: PaletteGroup[] = [
    { value: 'views', items: rows.filter(({ command }) => command.group === 'views') },
    { value: 'actions', items: rows.filter(({ command }) => command.group === 'actions') },
    { value: 'boards', items: rows.filter(({ command }) => command.group === 'boards').slice(0, mostBoards) },
    {
      value: 'looks',
      items: looks.map((look) => ({ id: `look ${look.id}`, look, href: lookHref(look.id) })),
    },
    {
      value: 'people',
      items: people.map((person) => ({
        id: `person ${person.group.id}`,
        person,
        href: personHref(person.group.id),
      })),
    },
  ]
  return groups.filter(({ items }) => items.length > 0)
}
