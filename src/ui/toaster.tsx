import { Toast } from '@base-ui/react/toast'
import { X } from 'lucide-react'
import { useEffect } from 'react'
import { Button, ButtonLink } from './button.tsx'
import { IconButton } from './icon-button.tsx'
import { notices, type Notice } from './notices.ts'
import { useCountdown } from './use-countdown.ts'

type NoticeData = Pick<Notice, 'link' | 'action' | 'later'>

/** Milliseconds that a notice stays. */
const usual = 5000

const manager = Toast.createToastManager<NoticeData>()

export interface ToasterProps {
  label: string
  dismiss: string
}

/** Shows the notices of the page, one under the other, at its lower end. */
export function Toaster(props: ToasterProps) {
  useEffect(() => {
    const show = () => {
      for (const { key, title, description, lasting = false, ...data } of notices.take())
        manager.add({
          title,
          description,
          data,
          ...(key === undefined ? {} : { id: key }),
          // Said each time: what takes another's place would stay as long as that.
          timeout: data.later || lasting ? 0 : usual,
        })
    }
    show()
    return notices.subscribe(show)
  }, [])
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport
          aria-label={props.label}
          className="notices fixed inset-x-4 bottom-(--notices-bottom,16px) z-50 flex flex-col gap-2 sm:right-auto sm:left-1/2 sm:w-96 sm:-translate-x-1/2"
        >
          <Toasts dismiss={props.dismiss} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  )
}

function Toasts({ dismiss }: { dismiss: string }) {
  const { toasts, close } = Toast.useToastManager<NoticeData>()
  return toasts.map((toast) => (
    <Toast.Root
      key={toast.id}
      toast={toast}
      className="flex items-start gap-2 rounded-media border border-line bg-raised p-3 pl-4 shadow-panel transition-[opacity,translate] duration-200 data-ending-style:opacity-0 data-starting-style:translate-y-2 data-starting-style:opacity-0"
    >
      <Toast.Content className="min-w-0 flex-1 py-0.5">
        <Toast.Title className="text-14 font-medium text-ink" />
        <Toast.Description className="text-13 text-ink-2" />
        {toast.data?.later && <Later {...toast.data.later} onEnd={() => close(toast.id)} />}
      </Toast.Content>
      {toast.data?.link && (
        <ButtonLink
          className="-my-0.5 h-8 px-3 text-13"
          to={toast.data.link.to}
          onClick={() => close(toast.id)}
        >
          {toast.data.link.label}
        </ButtonLink>
      )}
      {toast.data?.action && (
        <Button
          className="-my-0.5 h-8 px-3 text-13"
          onClick={() => {
            toast.data?.action?.run()
            close(toast.id)
          }}
        >
          {toast.data.action.label}
        </Button>
      )}
      <Toast.Close render={<IconButton label={dismiss} className="-my-1 size-8" />}>
        <X size={16} strokeWidth={1.75} aria-hidden="true" />
      </Toast.Close>
    </Toast.Root>
  ))
}

/** Counts for eyes only: a second is no news to who listens. */
function Later({ until, words, run, onEnd }: NonNullable<Notice['later']> & { onEnd: () => void }) {
  const left = useCountdown(until, () => {
    run()
    onEnd()
  })
  return (
    <p aria-hidden="true" className="text-13 text-ink-2 tabular-nums">
      {words(left)}
    </p>
  )
}
