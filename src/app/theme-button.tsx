import { Moon, Sun } from 'lucide-react'
import { useState } from 'react'
import { text } from '#messages/en.ts'
import { IconButton } from '#ui/icon-button.tsx'

const icon = { size: 18, strokeWidth: 1.75, 'aria-hidden': true } as const

/** Light or dark; public/theme.js reads the choice before the first paint. */
export function ThemeButton() {
  const [dark, setDark] = useState(() => document.documentElement.dataset.theme === 'dark')
  function toggle() {
    const theme = dark ? 'light' : 'dark'
    document.documentElement.dataset.theme = theme
    document.querySelector('meta[name="theme-color"]')?.setAttribute('content', dark ? '#f7f7f8' : '#0f1012')
    try {
      localStorage.setItem('lookbook.theme', theme)
    } catch {
      // Blocked: the choice holds until the page is left.
    }
    setDark(!dark)
  }
  return (
    <IconButton label={dark ? text.app.toLight : text.app.toDark} onClick={toggle}>
      {dark ? <Sun {...icon} /> : <Moon {...icon} />}
    </IconButton>
  )
}
