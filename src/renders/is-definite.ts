import type { HeygenHttpError } from '#heygen/errors.ts'

/**
 * This try made nothing and will not: by HeyGen's word, or as it never got past our own server. It says nothing of an
 * earlier try with the same key.
 */
export function isDefinite({ status, code }: HeygenHttpError): boolean {
  if (code === 'ledger_unavailable') return true
  if (status === 408 || code === 'request_in_progress') return false
  return status >= 400 && status < 500
}
