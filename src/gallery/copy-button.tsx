import { Check, Copy } from 'lucide-react'
import { IconButton } from '#ui/icon-button.tsx'
import { copyText } from './copy-text.ts'

export interface CopyButtonProps {
  value: string
  label: string
  className?: string
}

/** Copies a text, and shows a check for a moment where it has. */
export function CopyButton({ value, label, className = '' }: CopyButtonProps) {
  return (
    <IconButton
      label={label}
      className={`group ${className}`}
      onClick={(event) => void copyText(value, event.currentTarget)}
    >
      <Copy size={15} strokeWidth={1.75} className="group-data-done:hidden" aria-hidden="true" />
      <Check
        size={15}
        strokeWidth={2}
        className="hidden text-good group-data-done:block"
        aria-hidden="true"
      />
    </IconButton>
  )
}
