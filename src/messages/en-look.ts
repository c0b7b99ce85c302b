// The words of a look's panel and of a person's page. A second language is a file of the same shape.

const number = new Intl.NumberFormat('en')
const date = new Intl.DateTimeFormat('en', { dateStyle: 'medium' })

export const lookText = {
  panel: 'Look',
  position: (index: number, count: number, more: boolean) =>
    `${number.format(index)} of ${number.format(count)}${more ? '+' : ''}`,
  previous: 'Previous look',
  next: 'Next look',
  muted: 'Muted',
  sound: 'Sound on',
  playClip: 'Play the clip',
  pauseClip: 'Pause the clip',
  id: 'Look id',
  copyId: (name: string) => `Copy the id of ${name}`,
  gender: 'Gender',
  voice: 'Voice',
  engines: 'Engines',
  size: 'Size',
  tags: 'Tags',
  status: 'Status',
  none: 'None given',
  dimensions: (width: number, height: number) => `${number.format(width)} × ${number.format(height)}`,
  framing: 'Framing',
  fits: 'Fits',
  tight: 'Tight',
  cuts: 'Cuts head',
  framingUnknown: 'Size not given',
  framingHint: (ratio: string) => `Show the ${ratio} frame on the picture`,
  more: (name: string) => `More of ${name}`,
  allOf: (name: string) => `All looks of ${name}`,
  forCode: 'Use this look',
  copySnippet: 'Copy the code',
  script: 'Your script here.',
  notFound: 'This look is not there',
  notFoundHint: 'It may have been deleted, or it belongs to another account.',
  notReady: {
    processing: 'This look is still in training. It cannot make videos yet.',
    pending_consent: 'The person has not given consent yet. It cannot make videos until then.',
    failed: 'Training failed. This look cannot make videos.',
  },
}

export const personText = {
  notFound: 'This person is not there',
  notFoundHint: 'They may have been deleted, or belong to another account.',
  empty: 'This person has no looks yet',
  since: (seconds: number) => `Added ${date.format(new Date(seconds * 1000))}`,
  consent: (value: string) => `Consent: ${value}`,
}
