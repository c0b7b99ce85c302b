import { useLocation } from 'react-router'
import { CrashMessage } from './crash-message.tsx'

/** Stands where a look could not be shown, or its code not be loaded; the list below stays. */
export function LookCrash() {
  const { search } = useLocation()
  return (
    <div
      role="alert"
      className="fixed inset-0 z-30 overflow-y-auto border-line bg-surface lg:left-auto lg:w-120 lg:border-l lg:shadow-panel"
    >
      <CrashMessage home={{ pathname: '/', search }} />
    </div>
  )
}
