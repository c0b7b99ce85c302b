// The words of the page that is not there.

export const notFoundText = {
  tab: 'Not found',
  title: 'There is no page here',
  hint: 'The address may be mistyped.',
}
