import { insightText as words } from '#messages/en-insight.ts'
import type { Catalogue, CatalogueProgress } from '#search/protocol.ts'
import { Button } from '#ui/button.tsx'

const isRunning = (state: CatalogueProgress['state']) =>
  state === 'opening' || state === 'walking' || state === 'waiting'

interface ReadingButtonProps {
  catalogue: Catalogue
  state: CatalogueProgress['state']
}

/** Stops the reading, takes it up again or begins a new one. It is one button, so that the focus stays in it. */
export function ReadingButton({ catalogue, state }: ReadingButtonProps) {
  const running = isRunning(state)
  return (
    <Button className="min-w-28" onClick={() => (running ? catalogue.stop() : catalogue.walk())}>
      {running ? words.stop : state === 'done' ? words.again : words.resume}
    </Button>
  )
}

/** How far the catalogue is known, and what it lacks. */
export function ReadingStatus({ progress }: { progress: CatalogueProgress }) {
  const { state, looks, expected, missing, kept } = progress
  const notes = [missing > 0 && words.missing(missing), !kept && words.notKept].filter(Boolean)
  return (
    <>
      <p
        className={`text-14 tabular-nums ${state === 'failed' ? 'text-bad' : 'text-ink-2'}`}
        // Each number would be read out; a screen reader hears below what is going on, when that changes.
        aria-hidden="true"
      >
        {sentenceOf(progress)}
      </p>
      <p role="status" className="sr-only">
        {state === 'walking' ? words.reading.begun : sentenceOf(progress)}
      </p>
      {notes.length > 0 && <p className="mt-0.5 text-13 text-ink-2 tabular-nums">{notes.join(' ')}</p>}
      <div className="mt-2 h-1 max-w-90">
        {isRunning(state) && (
          <progress
            aria-label={words.progress}
            className="block h-1 w-full appearance-none overflow-hidden rounded-full bg-line [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-accent"
            {...(expected === null ? {} : { max: Math.max(expected, 1), value: looks })}
          />
        )}
      </div>
    </>
  )
}

function sentenceOf({ state, looks, expected, until, walkedAt, error }: CatalogueProgress): string {
  switch (state) {
    case 'opening':
      return words.reading.opening
    case 'walking':
      return words.reading.walking(looks, expected)
    case 'waiting':
      return words.reading.waiting(until)
    case 'stopped':
      return words.reading.stopped(looks)
    case 'failed':
      return words.reading.failed(error)
    case 'done':
      break
  }
  return walkedAt === null ? words.reading.complete : words.reading.done(walkedAt)
}
