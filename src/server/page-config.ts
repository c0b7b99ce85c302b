import type { Config } from './config.ts'
import { spendingMode } from './launch-token.ts'
import { pageVersion } from './page-version.ts'

/** What the page must know before its first request. */
export interface PageConfig {
  mode: 'sandbox' | 'account'
  /** Sources of media beside the page's own origin, as in a CSP. */
  mediaHosts: string[]
  readonly: boolean
  /** Under which the browser keeps the catalogue: another account has another name. */
  catalogue: string
  /** The page must ask for the access token and send it as X-Lookbook-Token. */
  accessToken: boolean
  /** Who may make videos: everyone here, those who came by the launch address, or nobody. */
  spending: 'open' | 'launch' | 'off'
  /** Videos that one batch may hold. */
  batchLimit: number
  /** The server gives pictures at the size they are drawn. */
  pictures: boolean
}

/** What the page at /pick must know. */
export interface PickerPageConfig extends PageConfig {
  /** Whose pages may open it. */
  picker: { origins: string[] }
}

/** HeyGen's. */
const longestBatch = 100

export const modeOf = (config: Pick<Config, 'credential'>) => (config.credential ? 'account' : 'sandbox')

export function pageConfig(config: Config, pictures: boolean): PageConfig {
  return {
    mode: modeOf(config),
    mediaHosts: config.mediaHosts,
    readonly: config.publicReadonly,
    catalogue: config.catalogue,
    accessToken: config.accessToken !== null,
    spending: spendingMode(config),
    // A batch above a budget would never get through.
    batchLimit: Math.min(longestBatch, ...Object.values(config.budgets)),
    pictures,
  }
}

/** The picker makes no videos, whoever opens it. */
export const pickerPageConfig = (config: Config, pictures: boolean): PickerPageConfig => ({
  ...pageConfig(config, pictures),
  spending: 'off',
  picker: { origins: config.pickerOrigins },
})

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const slot = /(<meta name="lookbook" content=")[^"]*(")/

function inject(html: string, told: PageConfig): string {
  if (!slot.test(html)) throw new Error('index.html has no <meta name="lookbook" content="{}" />.')
  const version = pageVersion(html.replace(slot, '$1{}$2'))
  const json = JSON.stringify({ ...told, version }).replace(/[&<>"']/g, (sign) => escapes[sign] ?? '')
  // A function, since "$&" in the text would be a pattern of replace().
  return html.replace(slot, (_, before: string, after: string) => `${before}${json}${after}`)
}

export const injectPageConfig = (html: string, config: Config, pictures: boolean) =>
  inject(html, pageConfig(config, pictures))

export const injectPickerConfig = (html: string, config: Config, pictures: boolean) =>
  inject(html, pickerPageConfig(config, pictures))
