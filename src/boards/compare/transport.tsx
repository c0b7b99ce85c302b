import { Loader, Pause, Play, Repeat } from 'lucide-react'
import { useEffect, useRef, useState } from 'react'
import { compareText as words } from '#messages/en-compare.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { useLate } from '#ui/use-late.ts'
import { compareSettings, speeds, useCompareSettings } from './compare-settings.ts'
import type { SyncDriver } from './sync-driver.ts'
import { useSyncState } from './use-sync.ts'

const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const
/** Seconds. */
const sliderStep = 0.01
const pageStep = 0.5

/** Playback of all clips at once, at the foot of the window. */
export function Transport({ driver }: { driver: SyncDriver }) {
  const { playing, waiting, length } = useSyncState(driver)
  const { loop, speed } = useCompareSettings()
  const late = useLate(waiting, 400)
  return (
    <div
      role="group"
      aria-label={words.transport}
      className="pointer-events-auto flex h-13 items-center gap-2 rounded-media border border-line bg-raised px-2 shadow-panel sm:gap-3"
    >
      <IconButton
        label={playing ? words.pause : words.play}
        className="pointer-coarse:size-11"
        onClick={() => driver.toggle()}
      >
        {late ? (
          <Loader {...icon} className="animate-spin" />
        ) : playing ? (
          <Pause {...icon} />
        ) : (
          <Play {...icon} />
        )}
      </IconButton>
      <Scrubber driver={driver} length={length} />
      <span className="sr-only" role="status">
        {late && words.waiting}
      </span>
      <select
        aria-label={words.speed}
        title={words.speed}
        value={speed}
        className="h-8 cursor-pointer appearance-none rounded-control pointer-coarse:h-11 bg-transparent px-1.5 text-center text-13 text-ink-2 tabular-nums hover:bg-well hover:text-ink"
        onChange={(event) => {
          const chosen = speeds.find((each) => String(each) === event.target.value)
          if (chosen) compareSettings.change({ speed: chosen })
        }}
      >
        {speeds.map((each) => (
          <option key={each} value={each}>
            {words.speedOf(each)}
          </option>
        ))}
      </select>
      <IconButton
        label={words.loop}
        aria-pressed={loop}
        className="aria-pressed:text-accent-text pointer-coarse:size-11"
        onClick={() => compareSettings.change({ loop: !loop })}
      >
        <Repeat {...icon} />
      </IconButton>
    </div>
  )
}

interface ScrubberProps {
  driver: SyncDriver
  length: number
}

/** Where all clips are. It follows the clock past React, every frame; the words change ten times a second. */
function Scrubber({ driver, length }: ScrubberProps) {
  const slider = useRef<HTMLInputElement>(null)
  const [time, setTime] = useState(0)

  useEffect(() => {
    let next = 0
    const show = () => {
      const now = driver.time()
      if (slider.current) {
        slider.current.value = String(now)
        slider.current.style.setProperty('--done', `${length > 0 ? (now / length) * 100 : 0}%`)
      }
      setTime(Math.floor(now * 10 + 0.001) / 10)
      next = requestAnimationFrame(show)
    }
    show()
    return () => cancelAnimationFrame(next)
  }, [driver, length])

  return (
    <>
      <input
        ref={slider}
        type="range"
        aria-label={words.position}
        aria-valuetext={words.timeWords(time, length)}
        min={0}
        max={length || 1}
        step={sliderStep}
        defaultValue={0}
        disabled={length === 0}
        className="scrubber"
        onPointerDown={() => driver.scrub(true)}
        onPointerUp={() => driver.scrub(false)}
        onPointerCancel={() => driver.scrub(false)}
        onLostPointerCapture={() => driver.scrub(false)}
        onInput={(event) => driver.seek(event.currentTarget.valueAsNumber)}
        onKeyDown={(event) => {
          // The browser's own step would be a hundredth of a second.
          const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key]
          const page = { PageDown: -pageStep, PageUp: pageStep }[event.key]
          if (by === undefined && page === undefined) return
          event.preventDefault()
          if (page === undefined) driver.step(by ?? 0)
          else driver.seek(driver.time() + page)
        }}
      />
      <span className="shrink-0 text-13 text-ink-2 tabular-nums" aria-hidden="true">
        {words.time(time)} / {words.length(length)}
      </span>
    </>
  )
}
