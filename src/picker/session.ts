import { isRecord, readOptions, type PickerOptions } from './options.ts'
import {
  envelopeSchema,
  handshakeTime,
  hostMessageSchema,
  pickerVersion,
  type PickedLook,
  type PickerMessage,
  type PickerWord,
} from './protocol.ts'

export type PickerState =
  /** Nobody opened this page. */
  | { phase: 'alone' }
  /** For the host's first word; `silent` when it has not come in time, and may come yet. */
  | { phase: 'waiting' | 'silent' }
  | { phase: 'version'; theirs: number }
  /** The host asked for what cannot be. */
  | { phase: 'options' }
  | { phase: 'open'; options: PickerOptions; origin: string }
  | { phase: 'done' }

/** As much of a message event as counts. */
interface Received {
  data: unknown
  origin: string
  source: unknown
}

export interface SessionParts {
  /** The window that framed or opened this one; null where none did. */
  host: { postMessage: (message: PickerMessage, targetOrigin: string) => void } | null
  /** Whose messages are read. */
  origins: readonly string[]
  /** Of this page. */
  nonce: string
}

/** One visit of the picker: meets the host, and tells it what was chosen. */
export interface Session {
  read: () => PickerState
  subscribe: (listener: () => void) => () => void
  receive: (event: Received) => void
  /** Waits anew for a host that was silent. */
  wait: () => void
  pick: (looks: PickedLook[]) => void
  cancel: () => void
}

/**
 * Whoever is not on the list, or is not the window that opened this page, is not answered at all; what is answered goes
 * to the origin it came from and nowhere else.
 */
export function createSession({ host, origins, nonce }: SessionParts): Session {
  const listed = new Set(origins)
  const listeners = new Set<() => void>()
  let state: PickerState = { phase: host ? 'waiting' : 'alone' }
  let request: { id: string; origin: string } | null = null
  let timer: ReturnType<typeof setTimeout> | undefined

  function tell(next: PickerState) {
    state = next
    for (const listener of listeners) listener()
  }

  function send(to: { id: string; origin: string }, body: PickerWord) {
    host?.postMessage({ lookbook: 'picker', version: pickerVersion, id: to.id, ...body }, to.origin)
  }

  function end(body: PickerWord) {
    if (state.phase !== 'open' || !request) return
    send(request, body)
    tell({ phase: 'done' })
  }

  function receive({ data, origin, source }: Received) {
    if (!host || source !== host || !listed.has(origin)) return
    if (state.phase === 'open' || state.phase === 'done') return
    const { data: told } = envelopeSchema.safeParse(data)
    if (!told) return
    const from = { id: told.id, origin }
    if (told.version !== pickerVersion) {
      const message = `This picker speaks version ${pickerVersion} of the protocol, the host version ${told.version}.`
      send(from, { type: 'error', code: 'version', message })
      return tell({ phase: 'version', theirs: told.version })
    }
    const { data: message } = hostMessageSchema.safeParse(data)
    if (!message) return
    if (message.type === 'hello') {
      request = from
      send(from, { type: 'ready', nonce })
    } else if (request?.id === from.id && request.origin === origin && message.nonce === nonce) {
      const options = readOptions(isRecord(data) ? data['options'] : undefined)
      clearTimeout(timer)
      if (typeof options !== 'string') return tell({ phase: 'open', options, origin })
      send(from, { type: 'error', code: 'options', message: options })
      tell({ phase: 'options' })
    }
  }

  function wait() {
    clearTimeout(timer)
    timer = setTimeout(() => {
      if (state.phase === 'waiting') tell({ phase: 'silent' })
    }, handshakeTime)
    if (state.phase === 'silent') tell({ phase: 'waiting' })
  }

  if (host) wait()
  return {
    read: () => state,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    receive,
    wait,
    pick: (looks) => end({ type: 'picked', nonce, looks }),
    cancel: () => end({ type: 'cancelled', nonce }),
  }
}
