import * as z from 'zod/mini'

const schema = z.object({
  mode: z.catch(z.enum(['sandbox', 'account']), 'sandbox'),
  /** CSP sources that media may come from, beside the page's own origin. */
  mediaHosts: z.catch(z.array(z.string()), []),
  /** The server shows public looks only, without an account. */
  readonly: z.catch(z.boolean(), false),
  /** Under which the catalogue is kept in this browser; one a credential, server and view. */
  catalogue: z.catch(z.string(), 'sandbox'),
  /** Videos that one batch may hold: HeyGen takes 100, and the server's budget may be smaller. */
  batchLimit: z.catch(z.number(), 100),
  /** Who may make videos: everyone here, those who came by the server's own link, or nobody. */
  spending: z.catch(z.enum(['open', 'launch', 'off']), 'open'),
  /** The server asks for an access token, so there is something to sign out of. */
  accessToken: z.catch(z.boolean(), false),
  /** The server gives pictures at the size they are drawn. */
  pictures: z.catch(z.boolean(), false),
  /** Names the build that this page is of; empty where there is no server to tell of another. */
  version: z.catch(z.string(), ''),
})

function read(): z.infer<typeof schema> {
  const content = document.querySelector<HTMLMetaElement>('meta[name="lookbook"]')?.content
  try {
    return schema.parse(JSON.parse(content ?? '{}'))
  } catch {
    return schema.parse({})
  }
}

/** What the server wrote into the page. Without a server (the static demo, tests) it is the sandbox. */
export const pageConfig = read()
