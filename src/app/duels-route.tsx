import { useNavigate, useLocation, useParams } from 'react-router'
import { DuelsPage } from '#boards/duels/duels-page.tsx'
import { boardHref } from '#boards/hrefs.ts'

/** `/boards/:boardId/duels?ids=ID,ID`. */
export function DuelsRoute() {
  const { boardId = '' } = useParams()
  const { search } = useLocation()
  const navigate = useNavigate()
  const ids = new URLSearchParams(search).get('ids')
  return (
    <DuelsPage
      boardId={boardId}
      ids={ids === null ? null : ids.split(',').filter(Boolean)}
      onLeave={() => void navigate(boardHref(boardId))}
    />
  )
}
