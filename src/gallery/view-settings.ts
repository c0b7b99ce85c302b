import { useSyncExternalStore } from 'react'
import * as z from 'zod/mini'
import { densities } from './layout.ts'

export const previewModes = ['hover', 'click', 'off'] as const
export const pictureFits = ['fill', 'whole'] as const

const schema = z.object({
  density: z.catch(z.enum(densities), 'l'),
  fit: z.catch(z.enum(pictureFits), 'fill'),
  /** Null until it is chosen: then the device decides (see previewMode). */
  preview: z.catch(z.nullable(z.enum(previewModes)), null),
  /** Of looks of one person that follow each other, one is shown. */
  fold: z.catch(z.boolean(), false),
})

export type ViewSettings = z.infer<typeof schema>

const key = 'lookbook.view'
const listeners = new Set<() => void>()

function load(): ViewSettings {
  try {
    return schema.parse(JSON.parse(localStorage.getItem(key) ?? '{}'))
  } catch {
    return schema.parse({})
  }
}

let settings = load()

/** How this person likes the grid; kept in this browser, and in memory where storage is blocked. */
export const viewSettings = {
  read: () => settings,
  change(change: Partial<ViewSettings>) {
    settings = { ...settings, ...change }
    try {
      localStorage.setItem(key, JSON.stringify(settings))
    } catch {
      // Full or blocked: the choice holds until the page is left.
    }
    for (const listener of listeners) listener()
  },
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
}

export const useViewSettings = () => useSyncExternalStore(viewSettings.subscribe, viewSettings.read)

interface NetworkInformation {
  saveData?: boolean
  effectiveType?: string
}

declare global {
  interface Navigator {
    /** Not in every browser. */
    connection?: NetworkInformation
  }
}

/** When clips play. A choice wins; else hovering plays them, but where motion, data or the pointer speak against it. */
export function previewMode(chosen: ViewSettings['preview']): (typeof previewModes)[number] {
  if (chosen) return chosen
  const { connection } = navigator
  const spare = connection?.saveData === true || /^(slow-2g|2g|3g)$/.test(connection?.effectiveType ?? '')
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches
  return still || spare || !matchMedia('(hover: hover)').matches ? 'click' : 'hover'
}
