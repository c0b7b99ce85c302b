import { useNavigate, useLocation, useParams } from 'react-router'
import { boardHref } from '#boards/hrefs.ts'
import { ReviewPage } from '#boards/review/review-page.tsx'
import { ShareButton } from '#boards/share/share-button.tsx'
import { pageConfig } from '#queries/page-config.ts'
import { CreateButton } from './create-button.tsx'

/** `/boards/:boardId/review?look=ID`. */
export function ReviewRoute() {
  const { boardId = '' } = useParams()
  const { search, state } = useLocation()
  const navigate = useNavigate()
  return (
    <ReviewPage
      boardId={boardId}
      look={new URLSearchParams(search).get('look')}
      onLook={(id) =>
        void navigate(
          { search: `?look=${encodeURIComponent(id)}` },
          { replace: true, state: state as unknown },
        )
      }
      onLeave={() => void navigate(boardHref(boardId))}
      ShareButton={ShareButton}
      {...(pageConfig.readonly ? {} : { Actions: CreateButton })}
    />
  )
}
