/** On touch screens 44 px to hit, however low what is seen: for what is 32 px high and has 12 px to the next row. */
export const touchHeight =
  "relative pointer-coarse:after:absolute pointer-coarse:after:inset-x-0 pointer-coarse:after:-inset-y-1.5 pointer-coarse:after:content-['']"
