const plural = new Intl.PluralRules('en')
const ago = (count: number, unit: string) =>
  `${count} ${plural.select(count) === 'one' ? unit : `${unit}s`} ago`

/** Seconds as people say them. */
function age(seconds: number): string {
  const minutes = Math.round(seconds / 60)
  if (minutes < 1) return 'less than a minute ago'
  return minutes < 60 ? ago(minutes, 'minute') : ago(Math.round(minutes / 60), 'hour')
}

export const troubleText = {
  label: 'State of the connection',
  offline: 'You are offline',
  offlineHint: 'What is loaded stays usable.',
  online: 'You are online again.',
  stale: 'HeyGen is not answering.',
  staleFrom: (seconds: number) => `This is from ${age(seconds)}.`,
  still: 'Still no answer.',
  retry: 'Try again',
  back: 'HeyGen answers again.',
  lost: 'Lookbook was updated.',
  lostHint: 'Reload to go on.',
  newer: 'A new version is here.',
  reload: 'Reload',
  later: 'Not now',
}
