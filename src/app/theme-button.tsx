import { Moon, Sun } from 'lucide-react'
import { useSyncExternalStore } from 'react'
import { text } from '#messages/en.ts'
import { IconButton } from '#ui/icon-button.tsx'
import { theme } from './theme.ts'

const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const

export function ThemeButton() {
  const dark = useSyncExternalStore(theme.subscribe, theme.isDark)
  return (
    <IconButton label={dark ? text.app.toLight : text.app.toDark} onClick={theme.toggle}>
      {dark ? <Sun {...icon} /> : <Moon {...icon} />}
    </IconButton>
  )
}
