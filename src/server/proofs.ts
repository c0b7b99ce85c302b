import type { Credential } from './config.ts'
import { createScrub } from './scrub.ts'

/** What shows HeyGen whose account it is asked for. */
export interface Proof {
  /** Empty for the sandbox. */
  headers: Record<string, string>
  /** Takes it out of what comes back. */
  scrub: ReturnType<typeof createScrub>
}

export interface Proofs {
  /** For the next request. */
  current: () => Promise<Proof>
  /** After HeyGen refused one: whether there is another to try. Never rejects. */
  renewed: (refused: Proof) => Promise<boolean>
}

/** `others`: what must not come back either, though it is not sent. */
export function proofOf(credential: Credential | null, others: readonly string[] = []): Proof {
  const scrub = createScrub(...(credential ? [credential.value] : []), ...others)
  if (!credential) return { headers: {}, scrub }
  return credential.kind === 'key'
    ? { headers: { 'x-api-key': credential.value }, scrub }
    : { headers: { authorization: `Bearer ${credential.value}` }, scrub }
}

/** A key, or a token that nothing renews. */
export function fixedProofs(credential: Credential | null): Proofs {
  const proof = proofOf(credential)
  return { current: async () => proof, renewed: async () => false }
}
