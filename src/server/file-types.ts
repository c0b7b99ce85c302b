interface FileType {
  type: string
  /** Text that shrinks; everything else is served in ranges instead. */
  compressible: boolean
}

const text = (type: string): FileType => ({ type: `${type}; charset=utf-8`, compressible: true })
const binary = (type: string): FileType => ({ type, compressible: false })

const types: Record<string, FileType> = {
  css: text('text/css'),
  html: text('text/html'),
  js: text('text/javascript'),
  json: text('application/json'),
  svg: text('image/svg+xml'),
  txt: text('text/plain'),
  webmanifest: text('application/manifest+json'),
  avif: binary('image/avif'),
  ico: binary('image/x-icon'),
  jpg: binary('image/jpeg'),
  m4a: binary('audio/mp4'),
  mp3: binary('audio/mpeg'),
  mp4: binary('video/mp4'),
  ogg: binary('audio/ogg'),
  png: binary('image/png'),
  wasm: binary('application/wasm'),
  webm: binary('video/webm'),
  webp: binary('image/webp'),
  woff2: binary('font/woff2'),
}

export const fileType = (name: string): FileType =>
  types[name.slice(name.lastIndexOf('.') + 1).toLowerCase()] ?? binary('application/octet-stream')
