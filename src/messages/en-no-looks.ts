// The words of a list that is empty.

export const noLooksText = {
  title: 'No looks match',
  people: 'No people here',
  all: 'This account has no looks yet',
  allHint: 'Make an avatar in HeyGen, then come back.',
  dropOne: (filter: string, things: string) => `Without “${filter}”: ${things}`,
}
