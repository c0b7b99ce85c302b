import { useQueryClient } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { matchPath, useLocation, useNavigate } from 'react-router'
import { stepDensity } from '#gallery/layout.ts'
import { clearSelection } from '#gallery/selection/clear-selection.ts'
import { canSelectAll, selectAll } from '#gallery/selection/select-all.ts'
import { useSelection } from '#gallery/selection/use-selection.ts'
import { useDensity } from '#gallery/use-filters.ts'
import { copyingText } from '#messages/en-copy.ts'
import { paletteText as words } from '#messages/en-palette.ts'
import { pageConfig } from '#queries/page-config.ts'
import { useCatalogue } from '#search/use-opened-catalogue.ts'
import { useProgress } from '#search/use-progress.ts'
import { copy } from '#ui/copy.ts'
import { notify } from '#ui/notices.ts'
import type { BoardCommands } from './board-commands.ts'
import { canCompare, compareHref } from './compare-address.ts'
import { createLookIds, createTarget } from './create-address.ts'
import { lookTarget } from './look-target.ts'
import { paletteCommands } from './palette-commands.ts'
import { Palette } from './palette.tsx'
import { isFiltered, withoutFilters, withView } from './search-part.ts'
import { signOut } from './sign-out.ts'
import { theme } from './theme.ts'

const lookHref = (id: string) => `/looks/${encodeURIComponent(id)}`
const personHref = (id: string) => `/people/${encodeURIComponent(id)}`

/** The look whose card has the focus. */
function focusedLook(): string | null {
  const card = document.activeElement?.closest<HTMLElement>('[data-card]')
  return card?.querySelector('a[href^="/looks/"]') ? (card.dataset.card ?? null) : null
}

async function copyId(id: string) {
  const copied = await copy(id)
  notify({ title: copied ? words.copied(id) : copyingText.failed })
}

/** What can be done with boards; nothing until their code is there. */
function useBoardCommands(): BoardCommands {
  const [found, setFound] = useState<{ commands: BoardCommands } | null>(null)
  useEffect(() => {
    let left = false
    let leave = () => {}
    async function begin() {
      const part = await import('./board-commands.ts').catch(() => null)
      // Without it the rest can be done all the same.
      if (part && !left) leave = part.watchBoards((commands) => setFound({ commands }))
    }
    void begin()
    return () => {
      left = true
      leave()
    }
  }, [])
  return found?.commands ?? (() => [])
}

/** The palette with all that this app has for it. */
export function PalettePart({ onClose }: { onClose: () => void }) {
  const location = useLocation()
  const navigate = useNavigate()
  const client = useQueryClient()
  const catalogue = useCatalogue()
  const progress = useProgress(catalogue)
  const [density, setDensity] = useDensity()
  const selected = useSelection()
  // Read before the palette takes the focus.
  const [focused] = useState(focusedLook)

  const { pathname, search } = location
  const openId = matchPath('/looks/:lookId', pathname)?.params.lookId
  const lookId = openId ?? focused

  const onGo = (href: string) => void navigate(href)
  const ofBoards = useBoardCommands()({ pathname, onGo, client })
  const commands = paletteCommands({
    readonly: pageConfig.readonly,
    dark: theme.isDark(),
    filtered: isFiltered(search),
    look: lookId === null ? null : { id: lookId, open: openId !== undefined },
    selected: selected.length,
    progress,
    hrefs: {
      looks: `/${withView(pathname, search, null)}`,
      people: `/${withView(pathname, search, 'people')}`,
    },
    onGo,
    onClear: () =>
      void navigate({ pathname, search: withoutFilters(search) }, { state: location.state as unknown }),
    onTheme: () => theme.toggle(),
    onSize: (by) => setDensity(stepDensity(density, by)),
    onCopy: (id) => void copyId(id),
    onCreate: (id) => {
      const { to, options } = createTarget(location, [id])
      void navigate(to, options)
    },
    onSelectAll: canSelectAll() ? () => void selectAll() : null,
    onDeselect: () => void clearSelection(),
    onCompare: canCompare(selected.length) ? () => void navigate(compareHref(selected)) : null,
    onWalk: () => catalogue?.walk(),
    onStop: () => catalogue?.stop(),
    onSignOut: pageConfig.accessToken ? () => void signOut() : null,
  })
  return (
    <Palette
      catalogue={catalogue}
      commands={[...ofBoards, ...commands]}
      overSpending={createLookIds(location) !== null}
      lookHref={lookHref}
      personHref={personHref}
      onLook={(id) => {
        const { to, options } = lookTarget(location, id)
        void navigate(to, options)
      }}
      onPerson={(id) => void navigate(personHref(id))}
      onClose={onClose}
    />
  )
}
