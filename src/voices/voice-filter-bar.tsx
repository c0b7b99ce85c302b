import { voicesText as words } from '#messages/en-voices.ts'
import { Chip } from '#ui/chip.tsx'
import { Segmented } from '#ui/segmented.tsx'
import type { Language, VoiceFilters } from './find-voices.ts'

const genders = [
  { value: 'any', label: words.genders.any },
  { value: 'female', label: words.genders.female },
  { value: 'male', label: words.genders.male },
] as const

/** The select's value for any language; no language folds to it. */
const anyLanguage = '*'

export interface VoiceFilterBarProps {
  filters: VoiceFilters
  languages: Language[]
  onChange: (change: Partial<VoiceFilters>) => void
}

/** Language, gender, own and with a sample. */
export function VoiceFilterBar({ filters, languages, onChange }: VoiceFilterBarProps) {
  const { language, gender, mine, sample } = filters
  // One that a new listing no longer has stays chosen, in sight.
  const gone = language !== null && !languages.some(({ key }) => key === language)
  return (
    <div
      role="group"
      aria-label={words.filters}
      className="flex shrink-0 flex-wrap items-center gap-2 border-b border-line px-3 py-2.5"
    >
      <select
        aria-label={words.language}
        className="h-8 min-w-36 flex-1 rounded-control border border-line-2 bg-surface px-2 text-13 text-ink"
        value={language ?? anyLanguage}
        onChange={({ target: { value } }) => onChange({ language: value === anyLanguage ? null : value })}
      >
        <option value={anyLanguage}>{words.anyLanguage}</option>
        {gone && <option value={language}>{language || words.unknownLanguage}</option>}
        {languages.map(({ key, name, count }) => (
          <option key={key} value={key}>
            {words.languageCount(name || words.unknownLanguage, count)}
          </option>
        ))}
      </select>
      <Segmented
        label={words.gender}
        value={gender ?? 'any'}
        options={genders}
        onChange={(value) => onChange({ gender: value === 'any' ? null : value })}
      />
      {/* A line of their own: a chip that is on is wider, and must not move the others. */}
      <div className="flex basis-full gap-2">
        <Chip pressed={mine} onClick={() => onChange({ mine: !mine })}>
          {words.mine}
        </Chip>
        <Chip pressed={sample} onClick={() => onChange({ sample: !sample })}>
          {words.withSample}
        </Chip>
      </div>
    </div>
  )
}
