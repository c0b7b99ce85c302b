import { useEffect, type ComponentType } from 'react'
import type { GridNavigation } from '#gallery/listing-view.tsx'
import { pickerText } from '#messages/en-picker.ts'
import { text } from '#messages/en.ts'
import { useTitle } from '#ui/use-title.ts'
import { OpenPicker } from './open-picker.tsx'
import { usePicker } from './own-session.ts'
import type { PickBar } from './pick-bar.tsx'
import { PickerMessage } from './picker-message.tsx'

interface PickerListProps {
  navigation: GridNavigation
  /** The line over the list, with the filters. */
  Bar: typeof PickBar
}

export interface PickerPageProps {
  /** The list, as the app puts it together. */
  List: ComponentType<PickerListProps>
}

/** What another app shows in a frame or a pop-up: the grid, and a foot that says what is chosen. */
export function PickerPage({ List }: PickerPageProps) {
  const [state, session] = usePicker()
  const open = state.phase === 'open'
  useTitle(text.title.of(open && state.options.multiple ? pickerText.title.several : pickerText.title.one))
  const theme = open ? state.options.theme : 'auto'
  useEffect(() => {
    // For this page only: what the person chose for Lookbook stays kept.
    if (theme !== 'auto') document.documentElement.dataset.theme = theme
  }, [theme])
  useEffect(() => {
    // In a frame the room that is kept for a scroll bar is left unpainted, so there always is one.
    const { style } = document.documentElement
    style.scrollbarGutter = 'auto'
    style.overflowY = 'scroll'
    return () => {
      style.scrollbarGutter = ''
      style.overflowY = ''
    }
  }, [])
  return (
    <div className="flex min-h-dvh flex-col [--gutter:12px] sm:[--gutter:24px]">
      {open ? (
        <OpenPicker options={state.options} origin={state.origin} session={session} List={List} />
      ) : (
        <PickerMessage state={state} onRetry={session.wait} />
      )}
    </div>
  )
}
