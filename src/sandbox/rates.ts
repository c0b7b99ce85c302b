import type { Take } from './compatibility.ts'

/** US dollars a second of the finished video, as HeyGen listed them in mid-2026; 4K at the same price. */
const rates = { avatar_iii: 0.0167, photo: 0.05, filmed: 0.0667, agent: 0.0333, scene: 0.0667 }

/** A cinematic video costs the same at every length. */
export const cinematicCents = 700

const cents = (seconds: number, rate: number) => Math.max(1, Math.round(seconds * rate * 100))

export function takeCents({ kind, engine }: Take, seconds: number): number {
  if (engine === 'avatar_iii') return cents(seconds, rates.avatar_iii)
  return cents(seconds, kind === 'photo_avatar' || kind === 'image' ? rates.photo : rates.filmed)
}

export const agentCents = (seconds: number) => cents(seconds, rates.agent)

/** A studio scene without an avatar. */
export const sceneCents = (seconds: number) => cents(seconds, rates.scene)
