import { Fragment } from 'react'
import { rendersText } from '#messages/en-renders.ts'
import { CopyId } from './copy-id.tsx'

interface FactsProps {
  /** Label and value; those without a value are left out. */
  facts: readonly (readonly [label: string, value: string | null])[]
  id: { label: string; value: string } | null
  title: string
}

/** What is known of a render, and its id. */
export function Facts({ facts, id, title }: FactsProps) {
  return (
    <dl className="grid grid-cols-[92px_minmax(0,1fr)] border-t border-line text-13">
      {facts.map(
        ([label, value]) =>
          value && (
            <Fragment key={label}>
              <dt className={`${cell} text-ink-2`}>{label}</dt>
              <dd className={`${cell} tabular-nums`} dir="auto">
                {value}
              </dd>
            </Fragment>
          ),
      )}
      {id && (
        <>
          <dt className={`${cell} text-ink-2`}>{id.label}</dt>
          <dd className={cell}>
            <code className="min-w-0 rounded-[6px] bg-well px-2 py-1 font-mono text-12 break-all">
              {id.value}
            </code>
            <CopyId id={id.value} label={rendersText.copyId(title)} />
          </dd>
        </>
      )}
    </dl>
  )
}

const cell = 'flex min-h-9.5 min-w-0 items-center border-b border-line py-1'
