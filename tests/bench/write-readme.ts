const begin = '<!-- results -->'
const end = '<!-- /results -->'

/** Puts new results between the marks, and leaves the rest as it is. */
export function replaceResults(text: string, results: string): string {
  const from = text.indexOf(begin)
  const to = text.indexOf(end)
  if (from < 0 || to < from) throw new Error(`The file has no ${begin} with ${end} after it.`)
  return `${text.slice(0, from + begin.length)}\n\n${results}\n\n${text.slice(to)}`
}
