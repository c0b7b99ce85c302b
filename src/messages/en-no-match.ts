// The words of a search that finds nothing.

export const noMatchText = {
  title: 'No looks match',
  people: 'No people match',
  growing: 'No match so far',
  growingHint: (part: string) => `The catalogue is still being read: ${part}.`,
  search: (words: string) => `“${words}”`,
  without: (part: string, looks: string) => `Without ${part}: ${looks}`,
  hint: 'Nothing has all of this at once.',
}
