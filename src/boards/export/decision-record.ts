import { verdicts } from '#boards/register-keys.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { exportText as words } from '#messages/en-export.ts'
import { text } from '#messages/en.ts'
import type { DecisionData } from './board-data.ts'
import { markdownQuote, markdownText } from './markdown.ts'

const record = words.record

const section = (title: string, lines: readonly string[]) =>
  lines.length === 0 ? [] : ['', `## ${title}`, '', ...lines]

type Described = DecisionData['chosen'][number]

const nameOf = ({ name }: Described) => markdownText(name) || text.grid.unnamed

function votesOf({ votes, meanScore }: Described): string {
  const counts = verdicts
    .filter((verdict) => votes && votes[verdict] > 0)
    .map((verdict) => boardWords.votes(verdict, votes?.[verdict] ?? 0))
  return [...counts, ...(meanScore === null ? [] : [words.sheet.mean(meanScore)])].join(', ')
}

const lineOf = (look: Described) => {
  const votes = votesOf(look)
  const person = look.person ? `, ${markdownText(look.person)}` : ''
  return `- **${nameOf(look)}**${person} (\`${look.id.replaceAll(/[`\s]/g, '')}\`)${votes === '' ? '' : `: ${votes}`}`
}

const notesOf = (look: Described) =>
  look.notes.map(({ by, note }) => `- ${nameOf(look)}, ${markdownText(by)}: ${markdownText(note)}`)

/** A decision as a page for people: what, why, who, and what it was chosen from. */
export function decisionMarkdown(data: DecisionData): string {
  const { board, decided, by, why, chosen, runnersUp, looks, reviewers, filters } = data
  const list = (described: readonly Described[]) =>
    described.length > 0 ? described.map(lineOf) : [record.none]
  return [
    `# ${record.title(markdownText(board.name) || boardWords.untitled)}`,
    '',
    ...(decided === null ? [] : [record.decided(Date.parse(decided), markdownText(by))]),
    record.of(looks, reviewers.length),
    ...(board.blind ? [record.blind] : []),
    ...section(record.brief, board.brief === '' ? [] : [markdownQuote(board.brief)]),
    ...section(record.chosen, list(chosen)),
    ...section(record.runnersUp, list(runnersUp)),
    ...section(record.why, why === '' ? [] : [markdownQuote(why)]),
    ...section(record.notes, [...chosen, ...runnersUp].flatMap(notesOf)),
    ...section(
      record.filters,
      filters.map((filter) => `- ${markdownText(filter)}`),
    ),
    '',
  ].join('\n')
}
