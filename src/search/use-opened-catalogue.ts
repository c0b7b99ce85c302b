import { createContext, use, useEffect, useState } from 'react'
import { withCatalogue } from './catalogue-state.ts'
import type { Catalogue } from './protocol.ts'

type Opened = Catalogue | null | undefined

/** Another catalogue than the page's own, for what is below. */
export const CatalogueContext = createContext<Opened | 'own'>('own')

/** The catalogue's index, opened for whoever asks: undefined meanwhile, null where it cannot be had. */
export function useCatalogue(): Opened {
  const given = use(CatalogueContext)
  const [own, setOwn] = useState<Opened>()
  useEffect(() => {
    if (given !== 'own') return undefined
    let left = false
    const show = (opened: Opened) => left || setOwn(opened)
    withCatalogue(show).catch(() => show(null))
    return () => void (left = true)
  }, [given])
  return given === 'own' ? own : given
}
