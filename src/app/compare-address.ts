/** Looks that can be compared at once. */
export const compareLimits = { least: 2, most: 6 }

export const canCompare = (looks: number) => looks >= compareLimits.least && looks <= compareLimits.most

/** With a board, verdicts are given there too. */
export const compareHref = (lookIds: readonly string[], boardId?: string) =>
  `/compare?ids=${lookIds.map(encodeURIComponent).join(',')}${boardId === undefined ? '' : `&board=${boardId}`}`
