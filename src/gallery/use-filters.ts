import { useNavigate, useLocation, useSearchParams } from 'react-router'
import { readFilters, writeFilters, type Filters } from './filters.ts'
import type { Density } from './layout.ts'
import { useViewSettings, viewSettings } from './view-settings.ts'

/** The filters in the address, and a way to change them that Back undoes. */
export function useFilters(): [Filters, (change: Partial<Filters>) => void] {
  const [search] = useSearchParams()
  const { pathname, state } = useLocation() as { pathname: string; state: unknown }
  const navigate = useNavigate()
  const filters = readFilters(search)
  const change = (part: Partial<Filters>) =>
    void navigate({ pathname, search: writeFilters({ ...filters, ...part }) }, { state })
  return [filters, change]
}

/** The density: the address names it, or the person's own setting holds. Changing it makes it the setting. */
export function useDensity(): [Density, (density: Density) => void] {
  const [search] = useSearchParams()
  const { pathname, state } = useLocation() as { pathname: string; state: unknown }
  const navigate = useNavigate()
  const settings = useViewSettings()
  const filters = readFilters(search)
  const change = (density: Density) => {
    viewSettings.change({ density })
    if (filters.size)
      void navigate({ pathname, search: writeFilters({ ...filters, size: null }) }, { replace: true, state })
  }
  return [filters.size ?? settings.density, change]
}
