import type { ComponentProps } from 'react'

/** Where it can do nothing, say so by `aria-disabled`: a disabled button would lose the focus. */
export interface IconButtonProps extends Omit<ComponentProps<'button'>, 'aria-label'> {
  /** What it does: its name for everyone who cannot see the icon, and its tooltip. */
  label: string
}

export function IconButton({ label, className = '', type = 'button', ...props }: IconButtonProps) {
  return (
    <button
      type={type}
      aria-label={label}
      title={label}
      className={`inline-flex size-9 shrink-0 items-center justify-center rounded-control text-ink-2 transition-colors duration-120 hover:bg-well hover:text-ink aria-disabled:cursor-default aria-disabled:bg-transparent aria-disabled:opacity-35 ${className}`}
      {...props}
    />
  )
}
