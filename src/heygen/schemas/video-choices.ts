// The values HeyGen takes, apart from the schemas that check them: the page offers these and loads no schema for it.

/** Characters a script may hold. */
export const longestScript = 5000

/** Characters a prompt may hold. */
export const longestPrompt = 10_000

export const engines = ['avatar_v', 'avatar_iv', 'avatar_iii'] as const
export type Engine = (typeof engines)[number]

/** `auto` keeps the source's shape, and falls back to 16:9. */
export const aspectRatios = ['16:9', '9:16', '1:1', '4:5', '5:4', 'auto'] as const
export type AspectRatio = (typeof aspectRatios)[number]

export const resolutions = ['720p', '1080p', '4k'] as const
export type Resolution = (typeof resolutions)[number]

export const expressivenesses = ['high', 'medium', 'low'] as const
export type Expressiveness = (typeof expressivenesses)[number]
