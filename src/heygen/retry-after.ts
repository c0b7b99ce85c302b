/**
 * Seconds to wait from a Retry-After header (RFC 9110, 10.2.3): whole seconds or a date.
 * Undefined where it is missing or makes no sense; never negative.
 */
export function parseRetryAfter(value: string | null, now: number): number | undefined {
  if (value === null) return undefined
  const text = value.trim()
  if (/^\d{1,9}$/.test(text)) return Number(text)
  // A date has letters; without this, Date.parse reads "-5" and "1.5" as years and months.
  if (!/[a-z]/i.test(text)) return undefined
  const date = Date.parse(text)
  return Number.isNaN(date) ? undefined : Math.max(0, Math.ceil((date - now) / 1000))
}
