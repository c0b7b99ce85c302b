import { PickerPage } from '#picker/picker-page.tsx'
import { Banner } from './banner.tsx'
import { CataloguePage } from './catalogue-page.tsx'
import { useRecovery } from './use-recovery.ts'

/** `/pick`. Another app has it open for a moment: a new version is not its business. */
export function PickRoute() {
  useRecovery()
  return (
    <>
      <PickerPage List={CataloguePage} />
      <Banner busy />
    </>
  )
}
