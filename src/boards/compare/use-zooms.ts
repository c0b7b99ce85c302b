import { useState } from 'react'
import { wholePicture, type Zoom } from './zoom.ts'

/** The zoom of each pane, or of all as one where they are linked. A pane that is let go stays as it was. */
export function useZooms(linked: boolean) {
  const [shared, setShared] = useState(wholePicture)
  const [own, setOwn] = useState<ReadonlyMap<string, Zoom>>(new Map())
  return {
    of: (id: string) => (linked ? shared : (own.get(id) ?? shared)),
    change(id: string, by: (zoom: Zoom) => Zoom) {
      if (linked) {
        setShared(by)
        setOwn(new Map())
      } else setOwn((before) => new Map(before).set(id, by(before.get(id) ?? shared)))
    },
  }
}
