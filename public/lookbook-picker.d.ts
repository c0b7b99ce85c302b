/** A look that was chosen. Field names are HeyGen's. */
export interface Look {
  /** The `avatar_id` a video is made with. */
  id: string
  name: string
  /** `studio_avatar`, `digital_twin`, `photo_avatar`, or one that is not known yet. */
  avatar_type: string
  /** The person. */
  group_id: string | null
  /** Where there is one that any page may load and keep: signed links are left out. */
  preview_image_url?: string
  /** Pixels. */
  image_width: number | null
  image_height: number | null
}

/** Facets by the names they have in the gallery's address. */
export type FilterName =
  | 'type'
  | 'own'
  | 'group'
  | 'gender'
  | 'ori'
  | 'engine'
  | 'has'
  | 'place'
  | 'wear'
  | 'pose'
  | 'shot'

export interface PickLookOptions {
  /** In the page, as a window of its own, or a window where the browser allows one. Default: `dialog`. */
  mode?: 'dialog' | 'popup' | 'auto'
  /** Of the Lookbook. Default: where this script came from. */
  origin?: string
  /** Default: one look. */
  multiple?: boolean
  /** With `multiple`: how few looks will do, 0 to 100; default 1. */
  min?: number
  /** With `multiple`: how many looks there can be, 1 to 100; default 100. */
  max?: number
  /** Ids that are chosen to begin with. */
  preselected?: string[]
  /** The text that the search begins with. */
  query?: string
  /** The filters it begins with; a value that begins with `-` leaves its looks out. */
  filters?: Partial<Record<FilterName, string | string[]>>
  /** Filters that stay as they are given. */
  lockedFilters?: FilterName[]
  /** Default: the person's own. */
  theme?: 'light' | 'dark' | 'auto'
  /** Closes the picker; the promise then rejects with the signal's reason. */
  signal?: AbortSignal
  /** What the dialog is called for screen readers. Default: `Choose a look`. */
  title?: string
  /** Milliseconds in which the picker must answer. Default: 5000. */
  timeout?: number
}

/**
 * `popup-blocked`: the browser allowed no window; `timeout`: nothing answered, so the Lookbook cannot be reached or does
 * not list this page's origin; `version`: the two speak different versions; `options`: the picker refused the options;
 * `origin`: `origin` is no http(s) address; `busy`: a picker is open already.
 */
export type PickerErrorCode = 'popup-blocked' | 'timeout' | 'version' | 'options' | 'origin' | 'busy'

export class PickerError extends Error {
  constructor(code: PickerErrorCode, message: string)
  readonly code: PickerErrorCode
}

/**
 * Opens the picker. Resolves to the looks in the order they were chosen, or to null where the person cancelled or
 * closed it. Rejects with a PickerError, or with the signal's reason.
 */
export function pickLook(options?: PickLookOptions): Promise<Look[] | null>

/**
 * `<look-picker>`: a form's button that opens the picker. Attributes: `name`, `value` (ids, apart by blanks), `required`,
 * `disabled`, `multiple`, `min`, `max`, `query`, `filters` (`type=photo_avatar&own=private`), `locked` (`type own`),
 * `theme`, `mode`, `origin`. Its text is what stands in it. Events: `pick`, `cancel`, `error`.
 */
export class LookPicker extends HTMLElement {
  value: string
  readonly looks: readonly Look[]
  readonly form: HTMLFormElement | null
  open(): Promise<void>
}

declare global {
  interface HTMLElementTagNameMap {
    'look-picker': LookPicker
  }
}
