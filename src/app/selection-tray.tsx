import '#ui/whole.css'
import { useQueryClient } from '@tanstack/react-query'
import { Braces, Table } from 'lucide-react'
import { AddToBoard } from '#boards/add-to-board.tsx'
import { partFailed } from '#gallery/part-failed.ts'
import { Tray, type TrayProps } from '#gallery/selection/tray.tsx'
import { selectionText as words } from '#messages/en-selection.ts'
import { Button } from '#ui/button.tsx'
import { notify } from '#ui/notices.ts'
import { noteLooks } from './look-notes.ts'
import { peopleFinder } from './people-names.ts'

const icon = { size: 16, strokeWidth: 1.75, 'aria-hidden': true } as const

interface Action {
  lookIds: readonly string[]
}

/** What a board remembers of them: their names, and the filters that the page has by then. */
function useNotes() {
  const client = useQueryClient()
  return (ids: readonly string[]) => noteLooks(client, ids, window.location.search)
}

function BoardAction({ lookIds }: Action) {
  return <AddToBoard lookIds={lookIds} notesOf={useNotes()} compact />
}

function ExportActions({ lookIds }: Action) {
  const notesOf = useNotes()
  const findPeople = peopleFinder(useQueryClient())
  const save = (kind: 'csv' | 'json') => async () => {
    const noted = await notesOf(lookIds).catch(() => null)
    if (!noted) return notify({ title: words.exportFailed, description: words.exportFailedHint })
    const part = await import('#boards/export/save-export.ts').catch(() => null)
    return part ? part.exportLooks(noted, kind, findPeople) : partFailed()
  }
  return (
    <>
      <Button variant="quiet" className="justify-start text-ink" onClick={() => void save('csv')()}>
        <Table {...icon} />
        {words.exportCsv}
      </Button>
      <Button variant="quiet" className="justify-start text-ink" onClick={() => void save('json')()}>
        <Braces {...icon} />
        {words.exportJson}
      </Button>
    </>
  )
}

/** The tray with what boards add to it. */
export function SelectionTray(props: Omit<TrayProps, 'BoardAction' | 'ExportActions'>) {
  return <Tray {...props} BoardAction={BoardAction} ExportActions={ExportActions} />
}
