import { useQueryClient } from '@tanstack/react-query'
import { useLocation, useNavigate, useParams } from 'react-router'
import type { Board } from '#boards/board.ts'
import { ExportMenu } from '#boards/export/export-menu.tsx'
import { BoardPage } from '#boards/page/board-page.tsx'
import { BoardsPage } from '#boards/page/boards-page.tsx'
import { ImportButton } from '#boards/share/import-button.tsx'
import { ShareButton } from '#boards/share/share-button.tsx'
import { pageConfig } from '#queries/page-config.ts'
import { compareHref } from './compare-address.ts'
import { createTarget } from './create-address.ts'
import { peopleFinder } from './people-names.ts'

const lookHref = (id: string) => `/looks/${encodeURIComponent(id)}`

function BoardExport({ board }: { board: Board }) {
  return <ExportMenu board={board} findPeople={peopleFinder(useQueryClient())} />
}

/** `/boards` and `/boards/:boardId`. */
export function BoardsRoute() {
  const { boardId } = useParams()
  const navigate = useNavigate()
  const location = useLocation()
  if (boardId === undefined) return <BoardsPage ImportButton={ImportButton} />
  function create(ids: readonly string[]) {
    const { to, options } = createTarget(location, ids)
    void navigate(to, options)
  }
  return (
    <BoardPage
      key={boardId}
      id={boardId}
      hrefOf={lookHref}
      onCompare={(ids) =>
        void navigate(compareHref(ids, boardId), { state: { boardSearch: location.search } })
      }
      ShareButton={ShareButton}
      ExportMenu={BoardExport}
      {...(pageConfig.readonly ? {} : { onCreate: create })}
    />
  )
}
