import { boardName } from '#boards/names.ts'
import { shareText as words } from '#messages/en-share.ts'
import type { MergeSummary } from './merge-summary.ts'

const will = words.will

/** What a merge would do, in sentences. */
function mergeLines(summary: MergeSummary, me: string): string[] {
  const { added, removed, rewritten, decided, reviewers, kind } = summary
  return [
    ...(kind === 'changes' && added > 0 ? [will.added(added)] : []),
    ...(removed > 0 ? [will.removed(removed)] : []),
    ...(rewritten ? [will.rewritten] : []),
    ...(decided ? [will.decided] : []),
    ...reviewers.flatMap((reviewer) =>
      will.reviewed(reviewer.id === me ? words.you : reviewer.name || words.somebody, reviewer),
    ),
  ]
}

export interface MergeLinesProps {
  summary: MergeSummary
  me: string
}

/** What would happen, before it does. */
export function MergeLines({ summary, me }: MergeLinesProps) {
  const { kind, looks } = summary
  const name = boardName(summary)
  const lines = mergeLines(summary, me)
  const title = {
    new: will.new(name, looks),
    changes: will.changes(name),
    nothing: will.nothing(name),
    unknown: will.unknown(name),
  }[kind]
  return (
    <div role="status">
      <p className="text-14 font-medium">{title}</p>
      {kind !== 'unknown' && lines.length > 0 && (
        <ul className="mt-1 list-disc pl-5 text-14 text-ink-2">
          {lines.map((line, place) => (
            // Two who gave no name may have the same line.
            // oxlint-disable-next-line react/no-array-index-key -- as above; lines have no state
            <li key={`${place} ${line}`}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  )
}
