export const perPage = [3, 4, 6, 8, 9, 12, 15, 16, 20, 24] as const
type PerPage = (typeof perPage)[number]
export const papers = ['a4', 'letter'] as const
type Paper = (typeof papers)[number]
export const ways = ['portrait', 'landscape'] as const
type Way = (typeof ways)[number]

export interface SheetSettings {
  per: PerPage
  paper: Paper
  way: Way
}

const one = <T>(all: readonly T[], value: unknown, usual: T): T =>
  all.find((known) => String(known) === value) ?? usual

/** From an address; what it does not say, or says wrongly, is as usual. */
export const readSettings = (search: URLSearchParams): SheetSettings => ({
  per: one(perPage, search.get('per'), 12),
  paper: one(papers, search.get('paper'), 'a4'),
  way: one(ways, search.get('way'), 'portrait'),
})

/** As an address says them; the usual is left out, but for the number. */
export const writeSettings = ({ per, paper, way }: SheetSettings): Record<string, string> => ({
  per: String(per),
  ...(paper === 'a4' ? {} : { paper }),
  ...(way === 'portrait' ? {} : { way }),
})

// Millimetres, as in sheet.css.
const sizes: Record<Paper, [short: number, long: number]> = { a4: [210, 297], letter: [215.9, 279.4] }
const margin = 10
const head = 14
const gap = 4
/** The name, the id in two lines, and what was said. */
const caption = 17

/** The paper in millimetres, as it lies. */
export function paperSize({ paper, way }: Omit<SheetSettings, 'per'>): { width: number; height: number } {
  const [short, long] = sizes[paper]
  return way === 'portrait' ? { width: short, height: long } : { width: long, height: short }
}

export interface SheetGrid {
  columns: number
  rows: number
  /** Of a picture, in millimetres; it is 4 wide for 5 high. */
  picture: number
}

/** The rows and columns in which the pictures of a full page are largest. */
export function sheetGrid(settings: SheetSettings): SheetGrid {
  const { width, height } = paperSize(settings)
  const grids = Array.from({ length: settings.per }, (_, index): SheetGrid => {
    const columns = index + 1
    const rows = Math.ceil(settings.per / columns)
    const across = (width - 2 * margin - (columns - 1) * gap) / columns
    const down = (height - 2 * margin - head - (rows - 1) * gap) / rows - caption
    return { columns, rows, picture: Math.min(across, down * 0.8) }
  })
  return grids.reduce((best, grid) => (grid.picture > best.picture ? grid : best))
}

/** The items of each page; none for none. */
export const pagesOf = <T>(items: readonly T[], per: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / per) }, (_, page) =>
    items.slice(page * per, (page + 1) * per),
  )
