import { useNavigate, useLocation, useSearchParams } from 'react-router'
import { readFilters, writeFilters, type Filters } from './filters.ts'
import type { Density } from './layout.ts'
import { useViewSettings, viewSettings } from './view-settings.ts'

export type ChangeFilters = (change: Partial<Filters>, options?: { replace?: boolean }) => void

/** The filters in the address, and a way to change them that Back undoes; typing replaces what it typed before. */
export function useFilters(): [Filters, ChangeFilters] {
  const [search] = useSearchParams()
  const { pathname, state } = useLocation() as { pathname: string; state: unknown }
  const navigate = useNavigate()
  const filters = readFilters(search)
  // Shown at once: the next change, such as a letter typed right after a chip, is made to what the page shows.
  const change: ChangeFilters = (part, { replace = false } = {}) =>
    void navigate(
      { pathname, search: writeFilters({ ...filters, ...part }) },
      { state, replace, flushSync: true },
    )
  return [filters, change]
}

/** The density: the address names it, or the person's own setting holds. Changing it makes it the setting. */
export function useDensity(): [Density, (density: Density) => void] {
  const [{ size }, change] = useFilters()
  const settings = useViewSettings()
  const choose = (density: Density) => {
    viewSettings.change({ density })
    if (size) change({ size: null }, { replace: true })
  }
  return [size ?? settings.density, choose]
}
