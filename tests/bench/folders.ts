import { fileURLToPath } from 'node:url'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Each with a slash at its end. */
export const projectFolder = at('../../')
export const peersFolder = at('peers/')
export const appDist = at('../../dist/')
export const peersDist = at('peers/dist/')
export const resultsFolder = at('.results/')

export const readme = at('README.md')
