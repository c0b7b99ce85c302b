import * as z from 'zod/mini'
import { randomId } from './random-id.ts'
import { caps, reviewerId } from './register-keys.ts'

const key = 'lookbook.reviewer'
const schema = z.object({ id: reviewerId, name: z.string().check(z.maxLength(caps.reviewerName)) })

/** The person at this browser, as a reviewer; no account, just an id that was made here. */
export type Me = z.infer<typeof schema>

function load(): Me {
  try {
    const kept = schema.safeParse(JSON.parse(localStorage.getItem(key) ?? ''))
    if (kept.success) return kept.data
  } catch {
    // Blocked or broken: somebody new, until the page is left.
  }
  return { id: randomId(10), name: '' }
}

let held = load()
const listeners = new Set<() => void>()

function keep(next: Me) {
  held = next
  try {
    localStorage.setItem(key, JSON.stringify(next))
  } catch {
    // As above.
  }
}

keep(held)

export const me = {
  read: () => held,
  subscribe: (listener: () => void) => {
    listeners.add(listener)
    return () => void listeners.delete(listener)
  },
  rename(name: string) {
    keep({ ...held, name: name.trim().slice(0, caps.reviewerName) })
    for (const listener of listeners) listener()
  },
}
