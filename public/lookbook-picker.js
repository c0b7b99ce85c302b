/**
 * Lookbook as another app's look picker: pickLook() and <look-picker>. Types in lookbook-picker.d.ts, the protocol in
 * src/picker/README.md of Lookbook. No dependencies: load it from a Lookbook, or copy it.
 *
 * @import { Look, PickLookOptions, PickerErrorCode } from './lookbook-picker.d.ts'
 * @typedef {{ window: () => Window | null, there: () => boolean, gone: () => boolean,
 *   onCancel: (cancel: () => void) => void, focus: () => void, close: () => void }} View
 */

const version = 1
/** Milliseconds in which the picker must answer. */
const handshakeTime = 5000
/** Milliseconds between hellos, until there is an answer and after: the picker's page may be reloaded. */
const [eager, patient] = [200, 1000]
/** Milliseconds between looks at whether the pop-up is still there: browsers do not tell. */
const glance = 250
const mostLooks = 100

export class PickerError extends Error {
  /** @param {PickerErrorCode} code @param {string} message */
  constructor(code, message) {
    super(message)
    this.name = 'PickerError'
    /** @readonly */
    this.code = code
  }
}

/** @param {unknown} value @returns {value is Record<string, unknown>} */
const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
/** @param {unknown} value */
const textOrNull = (value) => (typeof value === 'string' ? value : null)
/** @param {unknown} value */
const pixelsOrNull = (value) => (typeof value === 'number' && value > 0 ? value : null)
/** @param {number} byte */
const hex = (byte) => byte.toString(16).padStart(2, '0')
const randomId = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), hex).join('')

/** Built anew of what is known, so that nothing else gets through. @param {unknown} look @returns {Look | null} */
function readLook(look) {
  const id = isRecord(look) && textOrNull(look['id'])
  if (!isRecord(look) || !id || id.length > 200) return null
  const preview = textOrNull(look['preview_image_url'])
  return {
    id,
    name: textOrNull(look['name']) ?? '',
    avatar_type: textOrNull(look['avatar_type']) ?? '',
    group_id: textOrNull(look['group_id']),
    // Never a script's address, whoever puts it into a page.
    ...(preview !== null && /^https:\/\//i.test(preview) ? { preview_image_url: preview } : {}),
    image_width: pixelsOrNull(look['image_width']),
    image_height: pixelsOrNull(look['image_height']),
  }
}

/** @param {unknown} value @returns {Look[] | null} */
function readLooks(value) {
  const looks = Array.isArray(value) && value.length <= mostLooks ? value.map(readLook) : [null]
  return looks.every((look) => look !== null) ? looks : null
}

/** Sheets made by a script are let through by any style-src. @param {ShadowRoot} root @param {string} css */
function addStyles(root, css) {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
}

const dialogCss = `
  dialog { box-sizing: border-box; width: min(1180px, 100vw - 48px); height: min(860px, 100dvh - 48px);
    max-width: none; max-height: none; margin: auto; padding: 0; border: 0; border-radius: 16px; overflow: hidden;
    background: Canvas; box-shadow: 0 24px 80px rgb(0 0 0 / 0.35); }
  dialog::backdrop { background: rgb(12 14 18 / 0.55); }
  iframe { display: block; width: 100%; height: 100%; border: 0; }
  @media (max-width: 700px) { dialog { width: 100vw; height: 100dvh; border-radius: 0; } }`

/** @param {string} address @param {string} title @returns {View} */
function openDialog(address, title) {
  const before = document.activeElement
  const holder = document.createElement('div')
  const root = holder.attachShadow({ mode: 'open' })
  const dialog = document.createElement('dialog')
  const frame = document.createElement('iframe')
  addStyles(root, dialogCss)
  dialog.setAttribute('aria-label', title)
  frame.title = title
  // The picker never has a reason to take this page elsewhere. Without its own origin it could not work.
  const allowed = 'scripts same-origin forms popups popups-to-escape-sandbox'
  for (const what of allowed.split(' ')) frame.sandbox.add(`allow-${what}`)
  let there = false
  frame.addEventListener('load', () => (there = true))
  frame.src = address
  dialog.append(frame)
  root.append(dialog)
  document.body.append(holder)
  const { style } = document.documentElement
  const { overflow } = style
  style.overflow = 'hidden'
  dialog.showModal()
  return {
    window: () => frame.contentWindow,
    there: () => there,
    gone: () => !frame.isConnected,
    onCancel: (cancel) => dialog.addEventListener('cancel', cancel),
    focus: () => frame.focus(),
    close: () => {
      dialog.close()
      holder.remove()
      style.overflow = overflow
      if (before instanceof HTMLElement) before.focus({ preventScroll: true })
    },
  }
}

/** Null where the browser blocked it. @param {string} address @returns {View | null} */
function openPopup(address) {
  const [width, height] = [Math.min(1180, screen.availWidth), Math.min(860, screen.availHeight)]
  const left = Math.round(screenX + (outerWidth - width) / 2)
  const top = Math.round(screenY + (outerHeight - height) / 2)
  const popup = open(address, '_blank', `popup,width=${width},height=${height},left=${left},top=${top}`)
  return (
    popup && {
      window: () => popup,
      there: () => {
        try {
          // Readable only as long as it is a blank page of ours.
          return popup.location.href !== 'about:blank'
        } catch {
          return true
        }
      },
      gone: () => popup.closed,
      onCancel: () => {},
      focus: () => popup.focus(),
      close: () => popup.close(),
    }
  )
}

let busy = false

/** @param {PickLookOptions} [options] @returns {Promise<Look[] | null>} */
export async function pickLook(options = {}) {
  const { mode = 'dialog', signal, title = 'Choose a look', timeout = handshakeTime, ...rest } = options
  const { origin: address = import.meta.url, ...asked } = rest
  const { origin, protocol } = URL.canParse(address) ? new URL(address) : { origin: '', protocol: '' }
  if (!/^https?:$/.test(protocol)) throw new PickerError('origin', `Not the origin of a Lookbook: ${address}`)
  signal?.throwIfAborted()
  if (busy) throw new PickerError('busy', 'A picker is open already.')
  let view = mode === 'dialog' ? null : openPopup(`${origin}/pick`)
  if (mode !== 'popup') view ??= openDialog(`${origin}/pick`, title)
  if (!view)
    throw new PickerError('popup-blocked', 'The browser blocked the pop-up: call pickLook() from a click.')
  busy = true
  try {
    return await converse(view, origin, asked, timeout, signal)
  } finally {
    busy = false
    view.close()
  }
}

/**
 * Says hello until the picker answers, tells it what is asked for, and waits for what was chosen. Only messages of this
 * request, from the very window that was opened, of Lookbook's origin, are read; others are not even looked into.
 *
 * @param {View} view @param {string} origin @param {object} asked @param {number} timeout
 * @param {AbortSignal | undefined} signal @returns {Promise<Look[] | null>}
 */
async function converse(view, origin, asked, timeout, signal) {
  const id = randomId()
  /** @type {string | null} The picker's page as it is now: after a reload it is another one. */
  let nonce = null
  const ending = new AbortController()
  /** @type {PromiseWithResolvers<Look[] | null>} */
  const { promise, resolve, reject } = Promise.withResolvers()
  /** @param {PickerErrorCode} code @param {unknown} message */
  const fail = (code, message) => reject(new PickerError(code, textOrNull(message)?.slice(0, 400) ?? code))

  /** @param {object} message */
  function send(message) {
    // Before it has a page of Lookbook's the browser would drop this, and complain of each.
    if (view.there()) view.window()?.postMessage({ lookbook: 'picker', version, id, ...message }, origin)
  }

  /** @param {Record<string, unknown>} data */
  function read(data) {
    const { type } = data
    if (type === 'error') return fail(data['code'] === 'options' ? 'options' : 'version', data['message'])
    if (data['version'] !== version)
      return fail('version', `The picker speaks version ${Number(data['version'])}, this page ${version}.`)
    if (type === 'ready' && typeof data['nonce'] === 'string') {
      if (nonce === null) view.focus()
      nonce = data['nonce']
      return send({ type: 'init', nonce, options: asked })
    }
    if (nonce === null || data['nonce'] !== nonce) return undefined
    const looks = type === 'picked' ? readLooks(data['looks']) : null
    return looks || type === 'cancelled' ? resolve(looks) : undefined
  }

  /** @param {MessageEvent<unknown>} event */
  function receive({ data, origin: from, source }) {
    if (from !== origin || source === null || source !== view.window() || !isRecord(data)) return
    if (data['lookbook'] === 'picker' && data['id'] === id) read(data)
  }

  const hello = send.bind(null, { type: 'hello' })
  let timer = setInterval(hello, eager)
  const late = setTimeout(() => {
    if (nonce === null)
      fail('timeout', `No picker answered at ${origin}. Does its PICKER_ORIGINS list ${location.origin}?`)
    clearInterval(timer)
    timer = setInterval(hello, patient)
  }, timeout)
  const watch = setInterval(() => view.gone() && resolve(null), glance)
  addEventListener('message', receive, { signal: ending.signal })
  signal?.addEventListener('abort', () => reject(signal.reason), { signal: ending.signal })
  view.onCancel(() => resolve(null))
  try {
    return await promise
  } finally {
    ending.abort()
    for (const running of [timer, late, watch]) clearTimeout(running)
  }
}

const elementCss = `
  :host { display: inline-block; }
  :host([hidden]) { display: none; }
  button { font: inherit; color: inherit; min-height: 40px; max-width: 100%; padding: 8px 14px; text-align: start;
    border: 1px solid color-mix(in srgb, currentColor 30%, transparent); border-radius: 8px; background: transparent;
    cursor: pointer; overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
  button:disabled { cursor: default; opacity: 0.5; }`

/** @param {string | null} text */
const wordsOf = (text) => (text ?? '').split(/[\s,]+/).filter(Boolean)

/** A form's button that shows what is chosen and opens the picker; its value is the ids. */
export class LookPicker extends HTMLElement {
  static formAssociated = true
  static observedAttributes = ['name', 'value', 'required', 'disabled']

  #internals = this.attachInternals()
  #button = document.createElement('button')
  #slot = document.createElement('slot')
  #chosen = document.createElement('span')
  /** @type {readonly string[]} */
  #ids = []
  /** @type {readonly Look[]} */
  #looks = []
  #barred = false

  constructor() {
    super()
    const root = this.attachShadow({ mode: 'open', delegatesFocus: true })
    addStyles(root, elementCss)
    this.#slot.textContent = 'Choose a look'
    this.#button.type = 'button'
    this.#button.part.add('button')
    this.#button.ariaHasPopup = 'dialog'
    this.#button.append(this.#slot, this.#chosen)
    this.#button.addEventListener('click', () => void this.open())
    root.append(this.#button)
  }

  get value() {
    return this.#ids.join(' ')
  }
  set value(text) {
    this.#take(wordsOf(text), [])
  }
  get looks() {
    return this.#looks
  }
  get form() {
    return this.#internals.form
  }

  /** @param {string} name @param {string | null} _ @param {string | null} now */
  attributeChangedCallback(name, _, now) {
    if (name === 'value') this.value = now ?? ''
    else this.#show()
  }
  formResetCallback() {
    this.value = this.getAttribute('value') ?? ''
  }
  /** @param {boolean} barred By a fieldset, or itself. */
  formDisabledCallback(barred) {
    this.#barred = barred
    this.#show()
  }

  async open() {
    try {
      const looks = await pickLook(this.#options())
      if (looks)
        this.#take(
          looks.map(({ id }) => id),
          looks,
        )
      this.dispatchEvent(new CustomEvent(looks ? 'pick' : 'cancel', { bubbles: true, detail: looks }))
    } catch (error) {
      this.dispatchEvent(new CustomEvent('error', { detail: error }))
    }
  }

  /** What is not set is left out; what is set wrongly the picker says. @returns {PickLookOptions} */
  #options() {
    const set = [...this.attributes].filter(({ name }) => /^(?:origin|mode|theme|query|min|max)$/.test(name))
    const filters = [...new URLSearchParams(this.getAttribute('filters') ?? '')]
    return Object.fromEntries([
      ...set.map(({ name, value }) => [name, /^m(?:in|ax)$/.test(name) ? Number(value) : value]),
      ['multiple', this.hasAttribute('multiple')],
      ['preselected', [...this.#ids]],
      ['filters', Object.fromEntries(filters.map(([name, value]) => [name, value.split(',')]))],
      ['lockedFilters', wordsOf(this.getAttribute('locked'))],
    ])
  }

  /** @param {readonly string[]} ids @param {readonly Look[]} looks */
  #take(ids, looks) {
    ;[this.#ids, this.#looks] = [ids, looks]
    this.#show()
  }

  #show() {
    const name = this.getAttribute('name')
    const data = new FormData()
    for (const id of this.#ids) data.append(name ?? '', id)
    this.#internals.setFormValue(name === null ? null : data)
    const valueMissing = this.hasAttribute('required') && this.#ids.length === 0
    this.#internals.setValidity({ valueMissing }, valueMissing ? 'Choose a look.' : '', this.#button)
    this.#button.disabled = this.#barred || this.hasAttribute('disabled')
    this.#slot.hidden = this.#ids.length > 0
    this.#chosen.textContent = this.#looks.map((look) => look.name).join(', ') || this.#ids.join(', ')
  }
}

if (!customElements.get('look-picker')) customElements.define('look-picker', LookPicker)
