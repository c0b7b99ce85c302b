import { Clapperboard } from 'lucide-react'
import { useLocation } from 'react-router'
import type { Look } from '#heygen/schemas/look.ts'
import { isNotReady } from '#looks/look-words.ts'
import { text } from '#messages/en.ts'
import { ButtonLink } from '#ui/button.tsx'
import { createTarget } from './create-address.ts'
import { loadCreate } from './load-create.ts'

const preload = () => void loadCreate().catch(() => undefined)

/** The way from a look to its video; a real link, so that it opens in a tab too. */
export function CreateButton({ look }: { look: Look }) {
  const location = useLocation()
  const { to, options } = createTarget(location, [look.id])
  if (isNotReady(look.status)) return null
  return (
    <ButtonLink
      variant="main"
      className="flex-1"
      to={to}
      // To the router it is the same place, and links to the same place replace it.
      replace={false}
      state={options.state as unknown}
      {...(options.mask === undefined ? {} : { mask: options.mask })}
      onPointerEnter={preload}
      onFocus={preload}
    >
      <Clapperboard size={16} strokeWidth={1.75} aria-hidden="true" />
      {text.look.create}
    </ButtonLink>
  )
}
