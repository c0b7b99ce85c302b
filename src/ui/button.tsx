import type { ComponentProps, Ref } from 'react'
import { Link, type LinkProps } from 'react-router'

const variants = {
  main: 'bg-accent text-accent-ink hover:brightness-110 px-4',
  plain: 'bg-surface text-ink border border-line-2 hover:bg-well px-4',
  quiet: 'text-ink-2 hover:bg-well hover:text-ink px-3',
}

const shape =
  'inline-flex h-9 items-center justify-center gap-2 rounded-control text-14 font-medium transition-colors duration-120'

export interface ButtonProps extends ComponentProps<'button'> {
  variant?: keyof typeof variants
}

export function Button({ variant = 'plain', className = '', type = 'button', ...props }: ButtonProps) {
  return (
    <button
      type={type}
      className={`${shape} disabled:opacity-50 aria-disabled:opacity-50 ${variants[variant]} ${className}`}
      {...props}
    />
  )
}

export interface ButtonLinkProps extends LinkProps {
  ref?: Ref<HTMLAnchorElement>
  variant?: keyof typeof variants
}

/** A link that looks like a button: it goes somewhere, and can be opened in a tab. */
export function ButtonLink({ variant = 'plain', className = '', ...props }: ButtonLinkProps) {
  return <Link className={`${shape} ${variants[variant]} ${className}`} {...props} />
}
