const base = (boardId: string) => `/boards/${encodeURIComponent(boardId)}`

export const boardHref = base

export const reviewHref = (boardId: string, lookId?: string) =>
  `${base(boardId)}/review${lookId === undefined ? '' : `?look=${encodeURIComponent(lookId)}`}`

export const duelsHref = (boardId: string) => `${base(boardId)}/duels`

export const sheetHref = (boardId: string) => `${base(boardId)}/sheet?per=12`
