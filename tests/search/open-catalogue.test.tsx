import { act, render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { buildCatalogue } from '#sandbox/catalogue.ts'
import { withCatalogue } from '#search/catalogue-state.ts'
import { useCatalogueProgress } from '#search/use-catalogue.ts'
import { provideIndexWorker } from '../index-worker.ts'

function Progress() {
  const progress = useCatalogueProgress()
  return <p role="status">{progress ? `${progress.state} ${progress.looks}` : 'unopened'}</p>
}

test('the catalogue opens when it is first asked for, and tells how far it is', async () => {
  provideIndexWorker()
  render(<Progress />)
  expect(screen.getByRole('status')).toHaveTextContent('unopened')
  const catalogue = await act(() => withCatalogue((opened) => opened))
  expect(await withCatalogue((opened) => opened)).toBe(catalogue)
  const { length } = buildCatalogue(undefined).looks({})
  await screen.findByText(`done ${length}`)
})
