/** RFC 4180, strictly: every cell quoted, lines end in CR LF. */
export function readCsv(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = text.startsWith('\uFEFF') ? 1 : 0
  while (at < text.length) {
    if (text[at] !== '"') throw new Error(`A cell without quotes at ${at}.`)
    let end = at + 1
    while (text[end] !== '"' || text[end + 1] === '"') {
      if (end >= text.length) throw new Error('A cell does not end.')
      end += text[end] === '"' ? 2 : 1
    }
    rows.at(-1)?.push(text.slice(at + 1, end).replaceAll('""', '"'))
    at = end + 1
    if (text[at] === ',') at += 1
    else if (text.startsWith('\r\n', at)) {
      at += 2
      if (at < text.length) rows.push([])
    } else throw new Error(`Neither a comma nor a line's end at ${at}.`)
  }
  return rows
}
