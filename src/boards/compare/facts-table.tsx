import { compareText as words } from '#messages/en-compare.ts'
import { factRows, type ComparedLook } from './facts.ts'
import { paneGap } from './pane-layout.ts'

export interface FactsTableProps {
  looks: readonly (ComparedLook & { id: string; name: string })[]
  onlyDifferences: boolean
  /** Each column stands below its pane; else the facts have a column of their own, which stays in sight. */
  aligned: boolean
}

/** What is given of the looks, side by side; the first is what the others are compared with. */
export function FactsTable({ looks, onlyDifferences, aligned }: FactsTableProps) {
  const rows = factRows(looks).filter(({ differs }) => differs || !onlyDifferences)
  const hidden = aligned ? 'sr-only' : ''
  if (rows.length === 0)
    return (
      <p role="status" className="mt-6 text-14 text-ink-2">
        {words.noDifferences}
      </p>
    )
  return (
    <div
      className="facts"
      data-aligned={aligned || undefined}
      style={aligned ? { ['--pane-gap' as string]: `${paneGap}px` } : {}}
      // A table that scrolls has to be in reach of the keys.
      {...(aligned ? {} : { role: 'region', tabIndex: 0, 'aria-label': words.facts.label })}
    >
      <table>
        <caption className="sr-only">{words.facts.label}</caption>
        <thead>
          <tr>
            <td />
            {looks.map(({ id, name }) => (
              <th key={id} scope="col" dir="auto">
                <span className={hidden}>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, values, differs }) => (
            <tr key={label} data-differs={differs || undefined}>
              <th scope="row">
                <span className={hidden}>{label}</span>
              </th>
              {looks.map(({ id }, index) => (
                <td key={id}>
                  {aligned && (
                    <span aria-hidden="true" className="facts-label">
                      {label}
                    </span>
                  )}
                  <Value value={values[index]} />
                  {values[0] != null && values[index] != null && values[index] !== values[0] && (
                    <span className="sr-only">, {words.differs}</span>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function Value({ value }: { value: string | null | undefined }) {
  if (value != null) return value
  return <span className="font-normal text-ink-2">{value === null ? words.none : words.unknown}</span>
}
