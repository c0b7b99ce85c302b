import { useEffect, useEffectEvent, useState, type ComponentType } from 'react'

/**
 * A part of the page whose code is loaded when it is first `wanted`; `Part` is null until it is there. Unlike React.lazy,
 * code that cannot be had, offline or after a new deployment, breaks nothing: `onFailed` says so, and the
 * part can be wanted again.
 */
export function usePart<P>(
  load: () => Promise<ComponentType<P>>,
  wanted: boolean,
  onFailed: () => void,
): { Part: ComponentType<P> | null } {
  const [Part, setPart] = useState<ComponentType<P> | null>(null)
  const missing = wanted && Part === null
  const failed = useEffectEvent(onFailed)
  const begin = useEffectEvent(load)
  useEffect(() => {
    if (!missing) return undefined
    let left = false
    begin().then(
      (loaded) => left || setPart(() => loaded),
      () => left || failed(),
    )
    return () => void (left = true)
  }, [missing])
  return { Part }
}
