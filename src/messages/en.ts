// Every word the page shows. A second language is a file of the same shape.

import { number } from './number.ts'

const counted = (count: number, one: string, other: string, more: boolean) =>
  `${number.format(count)}${more ? '+' : ''} ${!more && count === 1 ? one : other}`

export const text = {
  app: {
    name: 'Lookbook',
    skip: 'Skip to the looks',
    sandbox: 'Sandbox',
    sandboxHint: 'Demo people. Nothing is sent to HeyGen.',
    account: 'Account',
    accountHint: (name: string) => (name ? `HeyGen account: ${name}` : 'Your HeyGen account'),
    readonly: 'Public',
    readonlyHint: 'Public looks only.',
    toLight: 'Switch to light',
    toDark: 'Switch to dark',
    close: 'Close',
    retry: 'Try again',
    home: 'Back to the looks',
    notifications: 'Notifications',
    dismiss: 'Dismiss',
    reload: 'Reload',
    partFailed: 'This part of Lookbook did not load',
    partFailedHint: 'Check the network and try again, or reload the page.',
    updated: 'Lookbook was updated',
    updatedHint: 'Reload to go on. Nothing you made is lost.',
  },
  title: {
    looks: 'Looks',
    people: 'People',
    boards: 'Boards',
    renders: 'Renders',
    of: (page: string) => `${page} · Lookbook`,
  },
  view: { label: 'View', looks: 'Looks', people: 'People' },
  type: {
    studio_avatar: 'Studio',
    digital_twin: 'Video',
    photo_avatar: 'Photo',
    long: {
      studio_avatar: 'Studio avatar',
      digital_twin: 'Video avatar',
      photo_avatar: 'Photo avatar',
    },
    unknown: 'Unknown type',
  },
  ownership: { public: 'Public', private: 'Mine' },
  engine: {
    long: { avatar_v: 'Avatar V', avatar_iv: 'Avatar IV', avatar_iii: 'Avatar III' },
    short: { avatar_v: 'V', avatar_iv: 'IV', avatar_iii: 'III' },
  },
  gender: { male: 'Male', man: 'Male', female: 'Female', woman: 'Female' },
  orientation: { portrait: 'portrait', landscape: 'landscape', square: 'square' },
  status: {
    processing: 'In training',
    pending_consent: 'Awaiting consent',
    failed: 'Training failed',
    completed: 'Ready',
  },
  filter: {
    label: 'Filters',
    person: 'Person',
    personClear: (name: string) => `Any person instead of ${name}`,
    clear: 'Clear all',
  },
  settings: { label: 'View options' },
  count: {
    looks: (count: number, more: boolean) => counted(count, 'look', 'looks', more),
    people: (count: number, more: boolean) => counted(count, 'person', 'people', more),
  },
  grid: {
    looks: 'Looks',
    people: 'People',
    unnamed: 'No name',
    loading: 'Loading',
    slow: 'HeyGen is slow to answer. Still trying.',
    end: (things: string) => `${things}, that is all.`,
    cut: (things: string) => `${things}. HeyGen ended the list early: it may be incomplete.`,
    skipped: (count: number) =>
      `${counted(count, 'entry', 'entries', false)} could not be read and ${count === 1 ? 'is' : 'are'} left out.`,
    errorNext: 'The next looks did not load.',
    errorNextPeople: 'The next people did not load.',
  },
  look: {
    create: 'Create video',
    createOf: (name: string) => `Create video with ${name}`,
  },
  crash: {
    title: 'Something broke on this page',
    hint: 'Nothing you made is lost. Reload to go on.',
  },
}
