/** Whether the client holds the form with this tag (weak comparison, RFC 9110, 13.1.2). */
export function notModified(asked: Headers, etag: string): boolean {
  const held = asked.get('if-none-match')
  if (held === null) return false
  return held.split(',').some((tag) => tag.trim() === '*' || tag.trim().replace(/^W\//, '') === etag)
}
