import type { LucideIcon } from 'lucide-react'
import { Button, ButtonLink, type ButtonLinkProps } from '#ui/button.tsx'
import { notify } from '#ui/notices.ts'

export interface TrayLinkProps extends Omit<ButtonLinkProps, 'children' | 'title' | 'className'> {
  icon: LucideIcon
  label: string
  /** Why it leads nowhere now: it says so where it is pressed. */
  reason: string | null
}

const shape = 'shrink-0 max-sm:w-9 max-sm:px-0'

/** A way from the tray: on a phone its icon alone is seen. */
export function TrayLink({ icon: Icon, label, reason, variant = 'plain', ...props }: TrayLinkProps) {
  const content = (
    <>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" />
      <span className="sr-only sm:not-sr-only">{label}</span>
    </>
  )
  if (reason !== null)
    return (
      <Button
        variant={variant}
        title={reason}
        aria-disabled
        className={`${shape} cursor-default opacity-50`}
        onClick={() => notify({ title: reason })}
      >
        {content}
      </Button>
    )
  return (
    <ButtonLink {...props} variant={variant} title={label} className={shape}>
      {content}
    </ButtonLink>
  )
}
