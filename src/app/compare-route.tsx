import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate } from 'react-router'
import * as z from 'zod/mini'
import { addLooksTo } from '#boards/add-looks-to.ts'
import { readCompare, writeCompare, type CompareAddress } from '#boards/compare/compare-address.ts'
import { CompareView } from '#boards/compare/compare-view.tsx'
import { useCompareReview } from '#boards/compare/use-compare-review.ts'
import { boardHref } from '#boards/hrefs.ts'
import { addToBoardText } from '#messages/en-boards.ts'
import { pageConfig } from '#queries/page-config.ts'
import { notify } from '#ui/notices.ts'
import { CreateButton } from './create-button.tsx'
import { noteLooks } from './look-notes.ts'
import { LookSearch } from './look-search.tsx'

/** How the board was shown that the comparison was opened from. */
const fromBoard = z.object({ boardSearch: z.string() })

/** `/compare?ids=a,b,c`. */
export function CompareRoute() {
  const location = useLocation()
  const state: unknown = location.state
  const navigate = useNavigate()
  const client = useQueryClient()
  const address = readCompare(location.search)
  const { board, ids, frame, backdrop } = address
  const review = useCompareReview(board, ids)
  const go = (change: Partial<CompareAddress>, replace: boolean) =>
    // At once: a radio button would show the choice before, and the next change be made to that.
    void navigate({ search: writeCompare({ ...address, ...change }) }, { state, replace, flushSync: true })

  async function put(id: string) {
    if (board === null) return
    const noted = await noteLooks(client, [id], '').catch(() => null)
    if (noted) await addLooksTo(board, noted)
    else notify({ title: addToBoardText.failed })
  }
  return (
    <CompareView
      {...{ ids, frame, backdrop, LookSearch }}
      // One less or more is a step that Back undoes; another order or frame is not.
      onIds={(next) => go({ ids: next }, next.length === ids.length)}
      onDisplay={(change) => go(change, true)}
      hrefOf={(id) => `/looks/${encodeURIComponent(id)}`}
      {...(board !== null && review
        ? {
            review: {
              ...review,
              href: boardHref(board) + (fromBoard.safeParse(state).data?.boardSearch ?? ''),
              onPut: (id) => void put(id),
            },
          }
        : {})}
      {...(pageConfig.readonly ? {} : { Actions: CreateButton })}
    />
  )
}
