/**
 * What makes a spreadsheet take a cell for a formula: these, their full-width forms, also behind white space and
 * characters that do not show, which some programs drop; and a tab or a line's end at the start.
 */
const formula = /^(?:[\t\r\n]|[\s\p{C}\p{Z}]*[=+\-@＝＋－＠﹢﹣﹦﹫])/u

/** A cell that a spreadsheet shows as it is and never calculates. */
const csvCell = (value: string): string =>
  `"${(formula.test(value) ? `'${value}` : value).replaceAll('"', '""')}"`

/** RFC 4180, every cell quoted; with a byte order mark, without which Excel takes UTF-8 for something else. */
export const toCsv = (rows: readonly (readonly string[])[]): string =>
  `\uFEFF${rows.map((row) => `${row.map(csvCell).join(',')}\r\n`).join('')}`
