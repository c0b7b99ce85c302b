/** Where the clips are, all together: `at` seconds at the moment `since` (ms); it stands where `since` is null. */
export interface Clock {
  at: number
  since: number | null
  /** Seconds of the timeline in a second. */
  speed: number
}

export const newClock = (speed: number): Clock => ({ at: 0, since: null, speed })

/** Seconds, at `now` in ms. It may be beyond the end: the clock knows no length. */
export const timeAt = ({ at, since, speed }: Clock, now: number) =>
  since === null ? at : at + (Math.max(0, now - since) / 1000) * speed

export const startClock = (clock: Clock, now: number): Clock => ({
  ...clock,
  at: timeAt(clock, now),
  since: now,
})

export const stopClock = (clock: Clock, now: number): Clock => ({
  ...clock,
  at: timeAt(clock, now),
  since: null,
})

/** Elsewhere on the timeline, and going on if it did. */
export const moveClock = (clock: Clock, at: number, now: number): Clock => ({
  ...clock,
  at,
  since: clock.since === null ? null : now,
})

/** Another speed from now on: what has passed stays as it was. */
export const paceClock = (clock: Clock, speed: number, now: number): Clock => ({
  ...moveClock(clock, timeAt(clock, now), now),
  speed,
})

/** The timeline is as long as the longest clip; lengths not known yet, and streams without one, do not count. */
export const timelineOf = (durations: readonly number[]) =>
  Math.max(0, ...durations.filter((duration) => Number.isFinite(duration)))

/** Where a clip of `duration` seconds is at `time`: a shorter one holds its last frame. */
export const placeIn = (time: number, duration: number) =>
  Number.isFinite(duration) ? Math.min(Math.max(0, time), duration) : Math.max(0, time)
