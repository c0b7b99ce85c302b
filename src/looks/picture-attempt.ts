import { pictureSource, type PictureSource } from './picture-source.ts'

/** One way to show a picture; next-attempt.ts has the next, until there is none. */
export interface PictureAttempt {
  /** The original, whatever is loaded of it. */
  url: string
  /** Whether a fresh link has been asked for already. */
  fresh: boolean
  /** Loaded where the small one failed. */
  instead: boolean
  source: PictureSource
}

/** `drawnWidth` in CSS pixels; left out: the original. */
export const firstAttempt = (url: string, drawnWidth: number | undefined): PictureAttempt => ({
  url,
  fresh: false,
  instead: false,
  source: pictureSource(url, drawnWidth),
})
