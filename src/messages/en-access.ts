// The words of signing in with the access token, and of signing out.

const seconds = (count: number) => (count === 1 ? '1 second' : `${count} seconds`)

export const accessText = {
  title: 'This Lookbook asks for an access token',
  ended: 'Your session has ended. Sign in to go on where you were: your drafts are still here.',
  signedOut: 'You are signed out. Your boards are still in this browser.',
  unreached: 'Signing out did not reach the server',
  unreachedHint: 'What this browser kept is deleted, but it can still get in. Sign out again.',
  notKept: 'The token is right, but this browser did not keep the session: allow cookies for this page.',
  label: 'Access token',
  submit: 'Continue',
  wrong: 'This token is not accepted.',
  wait: (count: number) => `Too many wrong tokens. Try again in ${seconds(count)}.`,
  signOut: {
    action: 'Sign out',
    busy: 'Signing out',
    hint: 'The catalogue, drafts and finished renders that this browser keeps are deleted. Your boards stay: they have no other copy.',
    command: 'Sign out: drafts are deleted, boards stay',
  },
}
