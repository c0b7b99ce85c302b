import { useLocation, useNavigate } from 'react-router'
import { SharedPage } from '#boards/share/shared-page.tsx'

/**
 * `/r#...`. The fragment stays in the address until what it holds is taken in, so that a reload shows the same; then the
 * next address takes its place in the history too.
 */
export function ShareRoute() {
  const { hash } = useLocation()
  const navigate = useNavigate()
  return <SharedPage fragment={hash} onAccepted={(address) => void navigate(address, { replace: true })} />
}
