/** On touch screens 44 px to hit, however low what is seen: for what is 32 px high and has 12 px to the next row. */
export const touchHeight =
  "relative pointer-coarse:after:absolute pointer-coarse:after:inset-x-0 pointer-coarse:after:-inset-y-1.5 pointer-coarse:after:content-['']"

/** A button with an icon and a word: on a phone the icon alone is seen, and there is more to hit. */
export const iconOnPhone = 'shrink-0 max-sm:w-11 max-sm:px-0 pointer-coarse:h-11'
export const wordOffPhone = 'max-sm:sr-only'

/** For a row of segments. */
export const tallSegments = 'pointer-coarse:[&>label]:h-10'
