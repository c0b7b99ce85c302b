/** The list with one of it elsewhere, at `index` of what is then there. */
export function moved(ids: readonly string[], id: string, index: number): string[] {
  const others = ids.filter((other) => other !== id)
  return [...others.slice(0, index), id, ...others.slice(index)]
}

/** What has the focus after `id` is gone: the next one, or the one before the end. */
export function neighbourOf(ids: readonly string[], id: string): string | undefined {
  const index = ids.indexOf(id)
  return ids[index + 1] ?? ids[index - 1]
}
