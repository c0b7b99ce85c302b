import { freshness } from './freshness.ts'

/** After code could not be had: says so, unless it is gone with an older build, which the page says itself. */
export const unlessLost = (tell: () => void) => void freshness.isLost().then((lost) => lost || tell())
