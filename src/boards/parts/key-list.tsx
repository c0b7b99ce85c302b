export interface KeyListProps {
  /** What each does, by the keys that do it: names with spaces between, `–` for a range. */
  rows: readonly (readonly [keys: string, does: string])[]
  /** Single letters and digits are keys. */
  letters: boolean
}

const isLetter = (keys: string) => /(^|\s)[A-Z](\s|$)|\d/.test(keys)

/** The keys of a page; those that are switched off are struck out. */
export const KeyList = ({ rows, letters }: KeyListProps) => (
  <dl className="grid grid-cols-[auto_1fr] items-center gap-x-4 gap-y-1.5 text-13">
    {rows.map(([keys, does]) => (
      <div key={does} className={`contents ${!letters && isLetter(keys) ? 'text-ink-3 line-through' : ''}`}>
        <dt>
          {keys.split(' ').map((one) => (
            <kbd
              key={one}
              className={
                one === '–'
                  ? 'px-0.5 font-sans'
                  : 'mr-1 inline-grid h-5 min-w-5 place-items-center rounded-[5px] bg-well px-1.5 font-sans text-12'
              }
            >
              {one}
            </kbd>
          ))}
        </dt>
        <dd>{does}</dd>
      </div>
    ))}
  </dl>
)
