/**
 * A text of people's as Markdown (CommonMark, GitHub's too) that shows as it is, in one line: no heading, no link, no
 * HTML comes of it.
 */
export const markdownText = (value: string): string =>
  value
    .replaceAll(/[\s\p{C}]+/gu, ' ')
    .trim()
    .replaceAll(/[\\`*_{}[\]<>#|~&!@$]/g, String.raw`\$&`)
    // What GitHub makes links of by itself.
    .replaceAll(/:(?=\/\/)/g, String.raw`\:`)
    .replaceAll(/(www)\./gi, String.raw`$1\.`)
    // Lists and lines, which need the start of a line.
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`)
    .replace(/^[-+=:]/, String.raw`\$&`)

/** Several lines as a quotation. */
export const markdownQuote = (value: string): string =>
  value
    .split(/\r\n|[\r\n\u2028\u2029]/)
    .map((line) => `> ${markdownText(line)}`.trimEnd())
    .join('\n')
