// The words of the voice field and its picker.

const number = new Intl.NumberFormat('en')
const plural = new Intl.PluralRules('en')

const voices = (count: number) =>
  `${number.format(count)} ${plural.select(count) === 'one' ? 'voice' : 'voices'}`

export const voicesText = {
  standard: 'Default voice of this look',
  noStandard: 'No default voice. Choose one.',
  unavailableHint: 'Choose another one, or try again later.',
  unknownLanguage: 'Language unknown',
  mine: 'Mine',
  picker: 'Choose a voice',
  search: 'Search voices',
  filters: 'Filter voices',
  language: 'Language',
  anyLanguage: 'All languages',
  languageCount: (language: string, count: number) => `${language} (${number.format(count)})`,
  gender: 'Voice gender',
  genders: { any: 'Any', female: 'Female', male: 'Male' },
  withSample: 'With sample',
  samples: 'Samples',
  sampleKey: 'Alt+P plays the sample',
  loading: (count: number) => (count === 0 ? 'Loading the voices' : `${voices(count)} so far`),
  found: (count: number, all: number) =>
    count === all ? voices(all) : `${number.format(count)} of ${voices(all)}`,
  empty: 'No voice matches.',
  none: 'HeyGen lists no voices.',
  clear: 'Clear filters',
  retry: 'Try again',
  cut: 'HeyGen ended the list early. Some voices may be missing.',
  ownRefused: 'HeyGen did not list your own voices.',
  skipped: (count: number) => `${voices(count)} could not be read.`,
}
