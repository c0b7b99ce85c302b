import { Printer } from 'lucide-react'
import { BackLink } from '#boards/parts/back-link.tsx'
import { tallSegments } from '#boards/parts/touch.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { exportText } from '#messages/en-export.ts'
import { Button } from '#ui/button.tsx'
import { Field } from '#ui/field.tsx'
import { Segmented } from '#ui/segmented.tsx'
import { Select } from '#ui/select.tsx'
import { papers, perPage, ways, type SheetSettings } from './sheet-layout.ts'
import type { SheetPeople } from './sheet-people.ts'
import type { SheetPictures } from './sheet-pictures.ts'

const words = exportText.sheet
const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

export interface SheetToolsProps {
  name: string
  /** The board's address. */
  back: string
  pages: number
  looks: number
  pictures: SheetPictures
  people: Omit<SheetPeople, 'looks'>
  settings: SheetSettings
  onChange: (settings: SheetSettings) => void
}

/** What is printed how, and Print, which waits for the pictures. */
export function SheetTools({
  name,
  back,
  pages,
  looks,
  pictures,
  people,
  settings,
  onChange,
}: SheetToolsProps) {
  const { settled, missing } = pictures
  const drawn = settled === looks
  const ready = drawn && people.settled
  const lacking = missing > 0 || people.missing > 0
  function stop() {
    pictures.stop()
    people.stop()
  }
  function again() {
    pictures.again()
    people.again()
  }
  return (
    <div data-sheet-tools className="pt-3 pb-6">
      <div className="flex items-center gap-2">
        <BackLink to={back} label={boardWords.back} className="-ml-2" />
        <h1 className="min-w-0 text-20 max-sm:line-clamp-2 max-sm:text-16 sm:truncate font-semibold tracking-[-0.01em]">
          {words.title(name)}
        </h1>
      </div>
      <div className="mt-4 flex flex-wrap items-end gap-x-5 gap-y-4">
        <Field label={words.per} className="w-28">
          {(control) => (
            <Select
              {...control}
              value={String(settings.per)}
              options={perPage.map((per) => ({ value: String(per), label: String(per) }))}
              onChange={(chosen) => {
                const per = perPage.find((one) => String(one) === chosen)
                if (per) onChange({ ...settings, per })
              }}
            />
          )}
        </Field>
        <Segmented
          label={words.paper}
          className={tallSegments}
          value={settings.paper}
          options={papers.map((value) => ({ value, label: words.papers[value] }))}
          onChange={(paper) => onChange({ ...settings, paper })}
        />
        <Segmented
          label={words.way}
          className={tallSegments}
          value={settings.way}
          options={ways.map((value) => ({ value, label: words.ways[value] }))}
          onChange={(way) => onChange({ ...settings, way })}
        />
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 max-sm:w-full max-sm:justify-between sm:ml-auto">
          <p role="status" className="text-13 text-ink-2 tabular-nums">
            {ready ? words.ready(pages) : drawn ? words.names : words.loading(settled, looks)}
            {ready && missing > 0 && `, ${words.without(missing)}`}
            {ready && people.missing > 0 && `, ${words.nameless(people.missing)}`}
          </p>
          {/* One button: the focus stays in it. */}
          {(!ready || lacking) && (
            <Button className="pointer-coarse:h-11" onClick={ready ? again : stop}>
              {ready ? words.again : words.stop}
            </Button>
          )}
          <Button
            variant="main"
            aria-disabled={!ready}
            className="aria-disabled:opacity-50 pointer-coarse:h-11"
            onClick={() => {
              if (ready) window.print()
            }}
          >
            <Printer {...icon} />
            {words.print}
          </Button>
        </div>
      </div>
    </div>
  )
}
