import { useState } from 'react'
import { Link } from 'react-router'
import type { Board, Reviewer } from '#boards/board.ts'
import { Thumb } from '#boards/parts/thumb.tsx'
import { tallSegments } from '#boards/parts/touch.ts'
import { VerdictIcon } from '#boards/parts/verdict-mark.tsx'
import { givenVerdicts } from '#boards/register-keys.ts'
import { mostDisputed, mostWanted, rollUp, type LookRollUp } from '#boards/roll-up.ts'
import { nameOf } from '#looks/look-words.ts'
import { boardWords } from '#messages/en-board-common.ts'
import { boardReviewsText as words, boardText } from '#messages/en-boards.ts'
import { Button } from '#ui/button.tsx'
import { Segmented } from '#ui/segmented.tsx'

const atOnce = 50

export interface RollUpTableProps {
  board: Board
  visible: readonly Reviewer[]
  hrefOf: (lookId: string) => string
}

/** What the reviewers say of each look together. */
export function RollUpTable({ board, visible, hrefOf }: RollUpTableProps) {
  const [order, setOrder] = useState<'dispute' | 'wish'>('dispute')
  const [most, setMost] = useState(atOnce)
  const rows = (order === 'dispute' ? mostDisputed : mostWanted)(rollUp(board, visible))
  const left = Math.min(atOnce, rows.length - most)
  return (
    <section aria-label={words.looks} className="min-w-0 flex-1">
      <Segmented
        label={boardText.sort}
        value={order}
        options={[
          { value: 'dispute', label: words.byDispute },
          { value: 'wish', label: words.byWish },
        ]}
        onChange={setOrder}
        className={tallSegments}
      />
      <table className="mt-3 w-full text-13 tabular-nums">
        <thead className="text-left text-12 text-ink-2">
          <tr>
            <Head>{words.look}</Head>
            <Head>{words.votes}</Head>
            <Head>{words.score}</Head>
            <Head>{words.dispute}</Head>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, most).map((row) => (
            <Row key={row.look.id} row={row} href={hrefOf(row.look.id)} />
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <Button className="mt-3" onClick={() => setMost(most + atOnce)}>
          {words.more(left)}
        </Button>
      )}
    </section>
  )
}

const Head = ({ children }: { children: string }) => (
  <th scope="col" className="border-b border-line py-2 pr-3 font-medium whitespace-nowrap">
    {children}
  </th>
)

function Row({ row, href }: { row: LookRollUp; href: string }) {
  const { look, votes, meanScore, dispute } = row
  const voted = givenVerdicts.filter((verdict) => votes[verdict] > 0)
  return (
    <tr className="border-b border-line">
      <th scope="row" className="py-1.5 pr-3 text-left font-medium max-sm:pr-2">
        <Link to={href} className="flex items-center gap-3 rounded-control">
          <Thumb look={look} className="h-10 w-8" />
          <span dir="auto">{nameOf(look.note)}</span>
        </Link>
      </th>
      <td className="pr-3">
        {voted.length === 0 ? (
          <Nothing />
        ) : (
          <span className="flex gap-x-2 sm:flex-wrap sm:gap-x-3">
            {voted.map((verdict) => (
              <span key={verdict} className="flex items-center gap-1">
                <VerdictIcon verdict={verdict} coloured />
                <span aria-hidden="true">{votes[verdict]}</span>
                <span className="sr-only">{boardWords.votes(verdict, votes[verdict])} </span>
              </span>
            ))}
          </span>
        )}
      </td>
      <td className="pr-3">{meanScore === null ? <Nothing /> : words.mean(meanScore)}</td>
      <td>{dispute === 0 ? <Nothing /> : words.percent(dispute)}</td>
    </tr>
  )
}

const Nothing = () => (
  <>
    <span aria-hidden="true" className="text-ink-3">
      –
    </span>
    <span className="sr-only">{words.noValue}</span>
  </>
)
