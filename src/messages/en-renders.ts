// The words of the renders: their tray, their list, and the page of one.

const number = new Intl.NumberFormat('en')
const time = new Intl.DateTimeFormat('en', { timeStyle: 'medium' })
const moment = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short' })

/** 1:24, or 1:02:03. */
const clock = (seconds: number) => {
  const whole = Math.max(0, Math.round(seconds))
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60]
  return parts
    .slice(parts[0] ? 0 : 1)
    .map((part, at) => (at === 0 ? String(part) : String(part).padStart(2, '0')))
    .join(':')
}

export const rendersText = {
  title: 'Renders',
  all: 'All renders',
  own: 'Made here',
  running: (count: number) => `${number.format(count)} running`,
  untitled: 'Untitled',
  clock,
  percent: (value: number) => `${number.format(value)} %`,
  long: (seconds: number) => `${clock(seconds)} long`,
  state: {
    sending: 'Sending',
    unknown: 'Not known yet',
    absent: 'Not made',
    refused: 'Refused',
    waiting: 'Waiting',
    rendering: 'Rendering',
    'needs-input': 'Needs an answer',
    done: 'Done',
    failed: 'Failed',
  },
  stopped: 'No longer checked',
  unknownHint: 'We do not know whether HeyGen accepted this. Checking.',
  absentHint: 'HeyGen never got this order. Nothing was charged.',
  missing: 'HeyGen has no such video',
  nextCheck: (seconds: number) => `Next check in ${number.format(seconds)} s`,
  checking: 'Checking',
  checkFailed: (at: number) => `Last check failed at ${time.format(at)}`,
  resume: 'Resume',
  resumeHint: 'Lookbook stops asking after 15 minutes.',
  play: 'Play',
  playOf: (title: string) => `Play ${title}`,
  close: 'Close the player',
  download: (title: string) => `Download ${title}`,
  gettingLink: 'Getting the link',
  captions: (title: string) => `Download the captions of ${title}`,
  copyId: (title: string) => `Copy the id of ${title}`,
  noFile: 'HeyGen gives no file for this video',
  playFailed: 'The video did not play',
  /** By the code of our own server. */
  refusal: {
    launch_token_required: 'This needs the launch address: open Lookbook by the address its server printed',
    access_token_required: 'You were signed out, so this was not sent',
    spending_off: 'The owner of this Lookbook has switched spending off',
    budget_exceeded: 'The spending limit of this Lookbook is reached',
    ledger_unavailable: 'Lookbook cannot write down what it spends, so it sent nothing',
    intent_mismatch: 'This was already sent with other words',
    intent_refused: 'HeyGen refused this',
    intent_absent: 'HeyGen never got this. Send it again.',
    idempotency_key_required: 'Lookbook’s server could not tell this from another message: reload the page',
    idempotency_key_invalid: 'Lookbook’s server could not tell this from another message: reload the page',
  },
  edit: 'Edit and try again',
  again: 'Create again',
  ready: (title: string) => `${title} is ready`,
  readyMany: (count: number) => `${number.format(count)} videos are ready`,
  ended: (title: string, reason: string) => `${title}: ${reason}`,
  endedMany: (count: number, reason: string) => `${number.format(count)} videos: ${reason}`,
  empty: 'Videos you make show up here.',
  emptyHint: 'Pick a look and choose “Create video”.',
  tellMe: 'Tell me when it is done',
  account: {
    title: 'All videos of this account',
    filter: 'Filter by title',
    loading: 'Loading videos',
    more: 'More videos',
    end: (count: number) =>
      count === 1 ? '1 video, that is all.' : `${number.format(count)} videos, that is all.`,
    cut: 'HeyGen ended the list early: it may be incomplete.',
    empty: 'This account has no other videos yet',
    noMatch: (title: string) => `No video has “${title}” in its title`,
    clear: 'Show all',
    errorNext: 'The next videos did not load.',
  },
  page: {
    back: 'Renders',
    look: 'Look',
    engine: 'Engine',
    resolution: 'Resolution',
    placed: 'Placed',
    made: 'Made',
    length: 'Length',
    id: 'Video id',
    sessionId: 'Session id',
    moment: (at: number) => moment.format(at),
    messages: 'Messages',
    you: 'You',
    agent: 'Agent',
    progress: 'Progress, as the agent says',
    answer: 'Your answer',
    send: 'Send',
    sending: 'Sending',
    sent: 'Sent',
    unsent: 'Lookbook’s server never got this. Send it again.',
    stillUnknown: 'It is still not known whether HeyGen accepted this.',
    stop: 'Stop',
    stopping: 'Stopping',
    stopped: 'Asked the agent to stop',
    notFound: 'This render is not there',
    notFoundHint: 'It may have been deleted, or it belongs to another account.',
    toAll: 'To all renders',
    loading: 'Loading the render',
    checkNow: 'Check now',
  },
}
