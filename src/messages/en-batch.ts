const number = new Intl.NumberFormat('en')
const videos = (count: number) => `${number.format(count)} ${count === 1 ? 'video' : 'videos'}`

/** The words of one script for several looks. */
export const batchText = {
  about: (count: number) => `${number.format(count)} looks, one script`,
  looks: 'Looks',
  remove: (name: string) => `Leave out ${name}`,
  loading: 'Loading the looks',
  failed: 'It could not be read',
  tooMany: (count: number, most: number) =>
    `${number.format(most)} can be made at once here. The last ${number.format(count - most)} are left out.`,
  tooLarge: (count: number) =>
    `Too long for ${number.format(count)} looks at once: shorten it, or leave some out.`,
  none: 'No look is left. Close this and choose some.',
  ownVoice: 'Each look’s own',
  voiceHint: 'One voice for all, or each look’s own.',
  create: (count: number) => `Create ${videos(count)}`,
  confirm: (count: number, price: string | null) =>
    price === null ? `Create ${videos(count)}?` : `Create ${videos(count)} for ${price}?`,
  skipped: (count: number) =>
    count === 1
      ? 'One look is left out, as said beside it.'
      : `${number.format(count)} looks are left out, as said beside them.`,
  unknownPrice: (count: number) =>
    `${count === 1 ? 'The price of one is' : `The prices of ${number.format(count)} are`} not known.`,
  back: 'Not yet',
  accepted: (count: number) => `HeyGen is making ${videos(count)}`,
}
