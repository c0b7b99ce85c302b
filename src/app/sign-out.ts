import { forgetDrafts } from '#create-video/draft-storage.ts'
import { signOut as endSession } from '#queries/session.ts'
import { forgetRenders } from '#renders/forget-renders.ts'
import { forgetCatalogues } from '#search/forget-catalogues.ts'
import { farewell } from './farewell.ts'

// One for both ways, since a second one would hear what this tab says itself.
const channel = 'BroadcastChannel' in window ? new BroadcastChannel('lookbook.session') : null

/** What this browser keeps of the account, but for the catalogue. Boards are the person's own, and have no other copy. */
function forgetStored() {
  forgetDrafts()
  forgetRenders()
  try {
    // Places, lists and the selection of this tab: all of them ids of looks.
    sessionStorage.clear()
  } catch {
    // Blocked: nothing was kept.
  }
}

/** Loads the page anew, so that nothing stays in memory; `said` is for who comes to the form. */
function leave(to: string | null, said: Parameters<typeof farewell.say>[0]) {
  // What a page writes when it is left is forgotten too.
  window.addEventListener('pagehide', () => {
    forgetStored()
    farewell.say(said)
  })
  if (to === null) location.reload()
  else location.replace(to)
}

/** Ends the session at the server and in all tabs, and forgets the account here, also where the server is not reached. */
export async function signOut(): Promise<void> {
  const ended = await endSession().then(
    () => true,
    () => false,
  )
  forgetStored()
  await forgetCatalogues().catch(() => undefined)
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a channel is of one origin and takes none
  channel?.postMessage(ended)
  leave('/', ended ? 'signedOut' : 'unreached')
}

const follow = ({ data }: MessageEvent) => leave(null, data === true ? 'signedOut' : 'unreached')

/** Follows a tab that signs out; gives what ends that. */
export function followSignOut(): () => void {
  channel?.addEventListener('message', follow)
  return () => channel?.removeEventListener('message', follow)
}
