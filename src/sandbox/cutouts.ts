import { demoPeople } from './demo-people.ts'

/** Names of the clips without a background below public/sandbox/cutouts: of everybody filmed who has a clip. */
export const cutouts = demoPeople
  .filter(({ type }) => type !== 'photo_avatar')
  .flatMap(({ looks }) => looks)
  .filter(({ still, unseen }) => !still && !unseen)
  .map(({ media }) => media)
