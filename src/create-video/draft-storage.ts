import * as z from 'zod/mini'
import type { Look } from '#heygen/schemas/look.ts'
import { aspectRatios, engines, expressivenesses, resolutions } from '#heygen/schemas/video-choices.ts'
import { emptyDraft, type Draft } from './draft.ts'
import { keptDraft } from './kept-draft.ts'

/** What a draft is of: a look, or all the looks of a batch. */
export type DraftOwner = Pick<Look, 'id' | 'image_width' | 'image_height' | 'preferred_orientation'>

const prefix = 'lookbook.draft.'
const most = 50

/** Where storage is blocked or full: until the page is left. */
const memory = new Map<string, Draft>()

function isPortrait({
  image_width: width,
  image_height: height,
  preferred_orientation,
}: DraftOwner): boolean {
  return width && height ? height > width : preferred_orientation === 'portrait'
}

const firstDraft = (look: DraftOwner): Draft => ({
  ...emptyDraft,
  aspectRatio: isPortrait(look) ? '9:16' : '16:9',
})

// Of what the page's other schemas are made of: literals and discriminated unions would come with the first view.
const background = z.union([
  z.object({ kind: z.enum(['filmed', 'remove']) }),
  z.object({ kind: z.enum(['color']), value: z.string() }),
  z.object({ kind: z.enum(['image']), url: z.string() }),
])

/** Each field falls back by itself: what an older Lookbook wrote costs no more than that field. */
const schema = (first: Draft) =>
  z.object({
    way: z.catch(z.enum(['script', 'prompt']), first.way),
    script: z.catch(z.string(), first.script),
    title: z.catch(z.string(), first.title),
    voiceId: z.catch(z.nullable(z.string()), first.voiceId),
    engine: z.catch(z.nullable(z.enum(engines)), first.engine),
    resolution: z.catch(z.enum(resolutions), first.resolution),
    aspectRatio: z.catch(z.enum(aspectRatios), first.aspectRatio),
    fit: z.catch(z.enum(['cover', 'contain']), first.fit),
    background: z.catch(background, first.background),
    format: z.catch(z.enum(['mp4', 'webm']), first.format),
    motionPrompt: z.catch(z.string(), first.motionPrompt),
    expressiveness: z.catch(z.nullable(z.enum(expressivenesses)), first.expressiveness),
    captions: z.catch(z.enum(['off', 'file', 'burned']), first.captions),
    speed: z.catch(z.number(), first.speed),
    pitch: z.catch(z.number(), first.pitch),
    volume: z.catch(z.number(), first.volume),
    prompt: z.catch(z.string(), first.prompt),
    styleId: z.catch(z.nullable(z.string()), first.styleId),
    orientation: z.catch(z.nullable(z.enum(['landscape', 'portrait'])), first.orientation),
  })

/** Null where nothing can be read. */
function restoreDraft(stored: unknown, first: Draft): Draft | null {
  const parsed = schema(first).safeParse(stored)
  return parsed.success ? parsed.data : null
}

function load(lookId: string, first: Draft): Draft | null {
  const kept = memory.get(lookId)
  if (kept) return kept
  try {
    return restoreDraft(JSON.parse(localStorage.getItem(prefix + lookId) ?? 'null'), first)
  } catch {
    return null
  }
}

const savedSchema = z.object({ savedAt: z.catch(z.number(), 0) })

function savedAt(key: string): number {
  try {
    return savedSchema.parse(JSON.parse(localStorage.getItem(key) ?? '{}')).savedAt
  } catch {
    return 0
  }
}

/** Makes room for a draft that is not stored yet. */
function dropOldest(): void {
  const keys = Object.keys(localStorage).filter((key) => key.startsWith(prefix))
  if (keys.length < most) return
  const byAge = keys.map((key) => ({ key, at: savedAt(key) })).toSorted((one, other) => one.at - other.at)
  for (const { key } of byAge.slice(0, keys.length - most + 1)) localStorage.removeItem(key)
}

/** The draft of a look as it was left in this browser, or a new one of the look's shape. */
export function readDraft(look: DraftOwner): Draft {
  const first = firstDraft(look)
  return load(look.id, first) ?? first
}

/** Keeps a draft in this browser; at most 50, the oldest go. */
export function writeDraft(lookId: string, draft: Draft): void {
  const key = prefix + lookId
  try {
    if (localStorage.getItem(key) === null) dropOldest()
    localStorage.setItem(key, JSON.stringify({ ...keptDraft(draft), savedAt: Date.now() }))
    memory.delete(lookId)
  } catch {
    memory.set(lookId, draft)
  }
}

/** Forgets every draft of this browser. */
export function forgetDrafts(): void {
  memory.clear()
  try {
    for (const key of Object.keys(localStorage)) if (key.startsWith(prefix)) localStorage.removeItem(key)
  } catch {
    // Blocked: there was none in it.
  }
}

/** Brings back the draft of an order, as its facts hold it; what of it cannot be read is as in a first draft. */
export function adoptDraft(look: DraftOwner, stored: unknown): void {
  const draft = restoreDraft(stored, firstDraft(look))
  if (draft) writeDraft(look.id, draft)
}
