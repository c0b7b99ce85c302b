import { useLocation, useNavigate } from 'react-router'
import { readCompare, writeCompare } from '#boards/compare/compare-address.ts'
import { CompareView } from '#boards/compare/compare-view.tsx'
import { useCompareReview } from '#boards/compare/use-compare-review.ts'
import { pageConfig } from '#queries/page-config.ts'
import { CreateButton } from './create-button.tsx'

/** `/compare?ids=a,b,c`. */
export function CompareRoute() {
  const { search } = useLocation()
  const navigate = useNavigate()
  const { board, ...address } = readCompare(search)
  const review = useCompareReview(board, address.ids)
  return (
    <CompareView
      {...address}
      // One less or more is a step that Back undoes; another order or frame is not.
      onIds={(ids) =>
        void navigate(
          { search: writeCompare({ ...address, board, ids }) },
          { replace: ids.length === address.ids.length, flushSync: true },
        )
      }
      onDisplay={(change) =>
        // At once: a radio button would show the choice before, and the next change be made to that.
        void navigate(
          { search: writeCompare({ ...address, board, ...change }) },
          { replace: true, flushSync: true },
        )
      }
      hrefOf={(id) => `/looks/${encodeURIComponent(id)}`}
      {...(review ? { review } : {})}
      {...(pageConfig.readonly ? {} : { Actions: CreateButton })}
    />
  )
}
