import { frameNames } from '#looks/framing.ts'

/** The pane's shape: that of the grid's cards, or that of a video. */
export type PaneFrame = 'own' | (typeof frameNames)[number]
export const paneFrames: readonly PaneFrame[] = ['own', ...frameNames]

/** What is behind the pictures. With `app` they fill their frames; else they are shown whole. */
export const backdrops = ['app', 'white', 'black', 'brand'] as const
export type Backdrop = (typeof backdrops)[number]

export interface CompareAddress {
  ids: readonly string[]
  /** The board whose verdicts are given; null for none. */
  board: string | null
  frame: PaneFrame
  backdrop: Backdrop
}

/** As many as are read: an address is anybody's text. */
const mostRead = 100

/** What `?ids=a,b&frame=16:9&bg=white` asks for; a bad value reads as the default. */
export function readCompare(search: string): CompareAddress {
  const query = new URLSearchParams(search)
  const ids = (query.get('ids') ?? '').split(',', mostRead).map((id) => id.trim())
  return {
    ids: [...new Set(ids.filter(Boolean))],
    board: query.get('board') || null,
    frame: paneFrames.find((name) => name === query.get('frame')) ?? 'own',
    backdrop: backdrops.find((name) => name === query.get('bg')) ?? 'app',
  }
}

/** The same as a search, with the defaults left out. */
export function writeCompare({ ids, board, frame, backdrop }: CompareAddress): string {
  const parts = [
    ids.length > 0 ? `ids=${ids.map(encodeURIComponent).join(',')}` : '',
    board === null ? '' : `board=${encodeURIComponent(board)}`,
    frame === 'own' ? '' : `frame=${frame}`,
    backdrop === 'app' ? '' : `bg=${backdrop}`,
  ].filter(Boolean)
  return parts.length > 0 ? `?${parts.join('&')}` : ''
}
