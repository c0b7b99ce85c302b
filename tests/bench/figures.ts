export interface Figure {
  label: string
  /** Digits after the point. */
  digits: 0 | 1 | 2
  /** It differs little from one repetition to the next; the others want several. */
  steady?: true
}

/** Everything that is measured, in the order of the tables. Less is better but where the label says otherwise. */
export const figures = {
  firstCard: { label: 'first card, ms', digits: 0 },
  firstPicture: { label: "first card's picture, ms", digits: 0 },
  lcp: { label: 'LCP, ms', digits: 0 },
  blocking: { label: 'blocked while loading, ms', digits: 0 },
  scriptKb: { label: 'JavaScript, KB as sent', digits: 1, steady: true },
  hoverFrame: { label: 'hover to first frame, ms', digits: 0 },
  filterCard: { label: 'filter to first card, ms', digits: 0 },
  filterPicture: { label: 'filter to its picture, ms', digits: 0 },
  scriptPerK: { label: 'script, ms per 1,000', digits: 0 },
  mainPerK: { label: 'main thread, ms per 1,000', digits: 0 },
  cpuPerK: { label: 'main thread, ms of CPU per 1,000', digits: 0, steady: true },
  stylePerK: { label: 'style and layout, ms per 1,000', digits: 0 },
  frame95: { label: 'frame p95, ms', digits: 1 },
  frame99: { label: 'frame p99, ms', digits: 1 },
  longTasks: { label: 'long tasks', digits: 0 },
  blank: { label: 'blank, %', digits: 1, steady: true },
  waiting: { label: 'skeleton, %', digits: 1 },
  withoutPicture: { label: 'no picture, %', digits: 1 },
  elements: { label: 'live elements, most', digits: 0, steady: true },
  nodes: { label: 'DOM nodes, most', digits: 0 },
  memory: { label: 'renderer, MB (PSS)', digits: 0 },
  back: { label: 'back, ms', digits: 1, steady: true },
  backOff: { label: 'back, off by px', digits: 0, steady: true },
  depth: { label: 'fling: looks reached (more is better)', digits: 0 },
  flingRate: { label: 'fling: looks a second (more is better)', digits: 0 },
  fling95: { label: 'fling: frame p95, ms', digits: 1 },
  flingLong: { label: 'fling: long tasks', digits: 0 },
  flingBlank: { label: 'fling: blank, %', digits: 1, steady: true },
  flingWaiting: { label: 'fling: skeleton, %', digits: 1 },
  flingElements: { label: 'fling: live elements, most', digits: 0, steady: true },
  heapStart: { label: 'heap at the start, MB', digits: 2, steady: true },
  heapDepth: { label: 'heap at depth, MB', digits: 2, steady: true },
  heapPerLook: { label: 'heap growth, KB a look', digits: 2, steady: true },
} as const satisfies Record<string, Figure>

export type FigureName = keyof typeof figures
export type Figures = Partial<Record<FigureName, number>>
