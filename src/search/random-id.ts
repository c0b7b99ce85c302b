/** An id that nobody else has. `crypto.randomUUID` is for secure contexts only, and Lookbook is served without https too. */
export const randomId = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  )
