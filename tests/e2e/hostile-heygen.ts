import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'

/** One hostile text a line; `\uXXXX` stands for what an editor would hide. */
export const hostileTexts = readFileSync(new URL('./hostile-texts.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line !== '')
  .map((line) =>
    line.replace(/\\u([\da-f]{4})/g, (_, code: string) => String.fromCharCode(parseInt(code, 16))),
  )

export const lookId = (at: number) => `hostile-${at}`

const lookOf = (text: string, at: number) => ({
  id: lookId(at),
  name: text,
  // The dialog needs a type that it knows.
  avatar_type: at % 3 === 0 ? 'photo_avatar' : text,
  group_id: `group-${at}`,
  gender: text,
  preview_image_url: text,
  preview_video_url: text,
  default_voice_id: `voice-${at}`,
  tags: [text, text],
  supported_api_engines: at % 3 === 0 ? ['avatar_iv', text] : [text],
  image_width: 800,
  image_height: 1000,
  preferred_orientation: text,
  status: null,
  error: null,
  [text]: text,
})

const groupOf = (text: string, at: number) => ({
  id: `group-${at}`,
  name: text,
  created_at: 1,
  looks_count: 1,
  gender: text,
  preview_image_url: text,
  preview_video_url: text,
  consent_status: text,
})

const voiceOf = (text: string, at: number) => ({
  voice_id: `voice-${at}`,
  name: text,
  language: text,
  gender: text,
  preview_audio_url: text,
})

const page = (data: unknown[]) => ({ data, has_more: false, next_token: null })

function answerTo(path: string): { status: number; body: unknown } {
  const named = /^\/v3\/(?:avatars\/looks|avatars|voices)\/([a-z]+)-(\d+)$/.exec(path)
  const index = Number(named?.[2])
  const text = hostileTexts[index]
  if (named && text !== undefined) {
    if (named[1] === 'hostile') return { status: 200, body: { data: lookOf(text, index) } }
    if (named[1] === 'group') return { status: 200, body: { data: groupOf(text, index) } }
    if (named[1] === 'voice') return { status: 200, body: { data: voiceOf(text, index) } }
    return { status: 400, body: { error: { code: text, message: text, param: text, doc_url: text } } }
  }
  const own = path.includes('ownership=private') || path.includes('type=private')
  if (path.startsWith('/v3/avatars/looks')) {
    const group = /group_id=group-(\d+)/.exec(path)?.[1]
    const looks = hostileTexts.map(lookOf)
    return {
      status: 200,
      body: page(own ? [] : looks.filter((_, at) => group === undefined || at === Number(group))),
    }
  }
  if (path.startsWith('/v3/avatars')) return { status: 200, body: page(own ? [] : hostileTexts.map(groupOf)) }
  if (path.startsWith('/v3/voices')) return { status: 200, body: page(own ? [] : hostileTexts.map(voiceOf)) }
  if (path.startsWith('/v3/users/me'))
    return { status: 200, body: { data: { username: hostileTexts[11], email: hostileTexts[0] } } }
  return { status: 200, body: page([]) }
}

/** A HeyGen whose every text is hostile. */
export async function serveHostileHeygen(port: number): Promise<{ stop: () => void }> {
  const server = createServer(({ url = '' }, response) => {
    const { status, body } = answerTo(url)
    response.writeHead(status, { 'content-type': 'application/json' })
    response.end(JSON.stringify(body))
  })
  await new Promise<void>((resolve) => {
    server.listen(port, '127.0.0.1', resolve)
  })
  return {
    stop: () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
