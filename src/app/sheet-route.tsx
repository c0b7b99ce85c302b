import { useQueryClient } from '@tanstack/react-query'
import { useParams, useSearchParams } from 'react-router'
import { readSettings, writeSettings } from '#boards/sheet/sheet-layout.ts'
import { SheetPage } from '#boards/sheet/sheet-page.tsx'
import { peopleFinder } from './people-names.ts'

/** `/boards/:boardId/sheet`. */
export function SheetRoute() {
  const { boardId = '' } = useParams()
  const [search, setSearch] = useSearchParams()
  return (
    <SheetPage
      boardId={boardId}
      findPeople={peopleFinder(useQueryClient())}
      settings={readSettings(search)}
      onChange={(settings) =>
        setSearch(writeSettings(settings), { replace: true, preventScrollReset: true, flushSync: true })
      }
    />
  )
}
