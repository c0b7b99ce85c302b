// The words of the dialog that makes videos; they load with it.

const locale = 'en'
const number = new Intl.NumberFormat(locale)
const credits = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })
const usd = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD' })
const cents = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
/** Rates have up to four decimals: $0.0667, but $0.05. */
const rate = new Intl.NumberFormat(locale, { style: 'currency', currency: 'USD', maximumFractionDigits: 4 })
const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
const plural = new Intl.PluralRules(locale)

const counted = (count: number, one: string, other: string) =>
  `${number.format(count)} ${plural.select(count) === 'one' ? one : other}`

/** 9 s, and 1:30 min from a minute on. */
const duration = (seconds: number) =>
  seconds < 60
    ? `${number.format(seconds)} s`
    : `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')} min`

export const createText = {
  title: 'Create video',
  way: { label: 'Made from', script: 'Script', prompt: 'Prompt' },
  submit: 'Create video',
  submitting: 'Sending to HeyGen',
  label: {
    script: 'Script',
    prompt: 'Prompt',
    title: 'Title',
    voice: 'Voice',
    engine: 'Engine',
    resolution: 'Resolution',
    aspectRatio: 'Aspect ratio',
    fit: 'Fit',
    background: 'Background',
    color: 'Colour',
    imageUrl: 'Address of the image',
    motionPrompt: 'Motion',
    expressiveness: 'Expressiveness',
    captions: 'Captions',
    speed: 'Speed',
    pitch: 'Pitch',
    volume: 'Volume',
    format: 'Format',
    style: 'Style',
    orientation: 'Orientation',
    cost: 'Estimated cost',
    balance: 'Balance',
  },
  placeholder: {
    script: 'What should the look say?',
    prompt: 'Describe the video. The agent writes the script and makes the scenes.',
    motionPrompt: 'How should the body move? For example: nods and smiles at the end',
    title: 'Taken from the text when empty',
  },
  background: { filmed: 'As filmed', remove: 'Remove', color: 'Colour', image: 'Image' },
  fit: { cover: 'Fill', contain: 'Whole' },
  captions: { off: 'Off', file: 'File', burned: 'Burned in' },
  format: { mp4: 'MP4', webm: 'WebM' },
  resolution: { '720p': '720p', '1080p': '1080p', '4k': '4K' },
  aspectRatio: { auto: 'Auto' },
  expressiveness: { usual: 'Usual', high: 'High', medium: 'Medium', low: 'Low' },
  orientation: { any: 'The agent chooses', landscape: 'Landscape', portrait: 'Portrait' },
  style: { none: 'No style' },
  length: {
    words: (count: number) => counted(count, 'word', 'words'),
    about: (seconds: number) => `about ${duration(seconds)}`,
    characters: (count: number, most: number) => `${number.format(count)} / ${number.format(most)}`,
  },
  cost: {
    range: (low: number, high: number) =>
      usd.format(low) === usd.format(high) ? usd.format(low) : `${usd.format(low)} – ${cents.format(high)}`,
    about: (price: number) => `about ${usd.format(price)}`,
    unknown: 'Unknown',
    none: '–',
    /** `date`: a year and a month, as in 2026-06. */
    rates: (date: string) => `Rates of ${month.format(new Date(date))}.`,
    basis: (seconds: number, perSecond: number) =>
      `${duration(seconds)} at ${rate.format(perSecond)} a second.`,
    agent: (perSecond: number) => `${rate.format(perSecond)} a second. The agent decides the length.`,
    credits: 'Your plan is charged in credits. HeyGen publishes no rate for them.',
    noText: 'Write something to see the cost.',
    noRate: 'HeyGen gives no price for this engine with this kind of look.',
    noRate4k: 'HeyGen’s price list has no price for 4K.',
    noEngine: 'HeyGen chooses the engine, and the price depends on it.',
    once: 'Charged once, even if the connection drops or you click twice.',
    sandbox: 'Sandbox: nothing is charged.',
  },
  balance: {
    usd: (amount: number) => usd.format(amount),
    credits: (amount: number) =>
      `${credits.format(amount)} ${plural.select(amount) === 'one' ? 'credit' : 'credits'}`,
    spent: (current: number, cap: number) => `${usd.format(current)} of ${usd.format(cap)} spent`,
    low: 'This may not be enough.',
    unknown: 'HeyGen does not say',
  },
  block: {
    other: (status: string) => `This look is not ready: HeyGen gives its status as “${status}”.`,
  },
  reason: {
    engineUnknown: 'HeyGen does not say which engines this look takes: it will choose.',
    engineNotListed: (engine: string) => `HeyGen does not offer ${engine} for this look.`,
    expressivenessType: 'Only photo avatars take it.',
    expressivenessEngine: 'Only Avatar IV takes it.',
    motionType: 'Studio avatars move as they were filmed.',
    motionEngine: 'Video avatars take it with Avatar V only.',
    unknownType: 'HeyGen does not say that this kind of look takes it.',
    removeType: 'Only video avatars can be cut out of their footage.',
    webmBackground: 'WebM is see-through: HeyGen removes the background itself.',
    webmType: 'HeyGen cuts out filmed looks only.',
  },
  problem: {
    scriptEmpty: 'Write what the look should say.',
    promptEmpty: 'Describe the video.',
    tooLong: (count: number, most: number) => `${number.format(count)} of ${number.format(most)} characters.`,
    voiceMissing: 'This look has no voice of its own: choose one.',
    color: 'Give the colour as # and six digits, such as #1f2937.',
    imageMissing: 'Give the address of an image.',
    imageUrl: 'The address must begin with https:// and be open to everyone.',
    range: (least: number, most: number) => `From ${number.format(least)} to ${number.format(most)}.`,
  },
  refusal: {
    balance: [
      'Your HeyGen balance is too low',
      'Nothing was charged. Top up in HeyGen, then create it again.',
    ],
    trial: ['The free trial is used up', 'Choose a plan in HeyGen, then create it again.'],
    plan: ['Your HeyGen plan does not include this', 'Upgrade the plan in HeyGen, or choose other settings.'],
    access: [
      'HeyGen does not let this account use it',
      'The look or voice may belong to another account, or the key lacks a permission.',
    ],
    voiceNotUsable: ['This voice cannot be used', 'Your plan does not include it. Choose another voice.'],
    vendor: ['Your account may not use this kind of model', 'Ask HeyGen’s support to allow it.'],
    consent: [
      'The person has not given consent yet',
      'HeyGen asks for it once. Open the look in HeyGen to send the link.',
    ],
    lookMissing: [
      'HeyGen does not find this look',
      'It may have been deleted or replaced. Open its person and choose a look anew.',
    ],
    voiceMissing: ['HeyGen does not find this voice', 'It may have been deleted. Choose another voice.'],
    notReady: ['The look is not ready yet', 'HeyGen is still working on it. Try again in a few minutes.'],
    inProgress: ['HeyGen is already taking this video', 'It will be listed under Renders in a moment.'],
    content: [
      'HeyGen’s content policy refuses this text',
      'Nothing was charged. Change the text and create it again.',
    ],
    scriptShort: ['The script is too short', 'Write a sentence or two more.'],
    scriptUnspeakable: [
      'The voice cannot say this text',
      'Take out symbols and markup, or choose a voice of the text’s language.',
    ],
    unlimited: [
      'Unlimited mode is off for this account',
      'Switch it on in HeyGen, or choose another engine.',
    ],
    resources: [
      'The account is at one of HeyGen’s limits',
      'Delete what is no longer needed in HeyGen, or upgrade the plan.',
    ],
    download: [
      'HeyGen could not fetch the image',
      'Its address must be open to everyone and end in a JPEG or PNG.',
    ],
    refused: ['HeyGen does not accept these settings', 'Change the settings and create it again.'],
    running: ['10 of 10 videos are running', 'HeyGen makes ten at a time. Create it again when one is done.'],
    limited: ['HeyGen asks to slow down', 'Nothing was charged.'],
    budget: [
      'The spending limit of this Lookbook is reached',
      'Nothing was charged. Its owner sets the limit.',
    ],
    off: ['Creating videos is switched off', 'The owner of this Lookbook has switched spending off.'],
    launch: ['Creating videos needs the launch address', 'Open Lookbook by the address its server printed.'],
    ledger: [
      'Lookbook cannot write down what it spends',
      'So nothing was sent or charged. Check the disk of its server.',
    ],
    mismatch: [
      'This was already sent with other settings',
      'Nothing more was charged. Create it again as a new video.',
    ],
    tooLong: ['The video would be too long', 'The owner of this Lookbook has set a limit. Shorten the text.'],
    tooMuch: ['This is more than can be sent at once', 'Nothing was charged. Shorten the text.'],
    absent: ['HeyGen never got this', 'Nothing was charged. Create it again.'],
    noKey: [
      'Lookbook’s server could not tell this click from another',
      'Nothing was charged. Reload the page and create it again.',
    ],
    again: (seconds: number) => `Trying again is possible in ${duration(seconds)}.`,
  },
} as const
