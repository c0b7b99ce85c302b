import type { HeygenHttpError } from '#heygen/errors.ts'

/** Nothing was made and nothing will be: by HeyGen's word, or as it never got past our own server. */
export function isDefinite({ status, code }: HeygenHttpError): boolean {
  if (code === 'ledger_unavailable') return true
  if (status === 408 || code === 'request_in_progress') return false
  return status >= 400 && status < 500
}
