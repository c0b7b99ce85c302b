import type { Draft } from './draft.ts'

const signature = /[?&](?:x-amz-|x-goog-)?(?:signature|security-token|credential|sig)=/i

/** A draft as it may be stored: without a signed link, which is a secret for as long as it holds. */
export const keptDraft = (draft: Draft): Draft =>
  draft.background.kind === 'image' && signature.test(draft.background.url)
    ? { ...draft, background: { kind: 'image', url: '' } }
    : draft
