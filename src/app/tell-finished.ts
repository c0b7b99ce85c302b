import { rendersButtonText } from '#messages/en-renders-button.ts'
import type { Render } from '#renders/render.ts'
import { notify } from '#ui/notices.ts'

/** Says that a render has ended, with the way to it; not where it can be seen to. */
export function tellFinished({ key, id, title, lookName, state }: Render) {
  if (location.pathname.startsWith('/renders')) return
  const name = title || lookName
  notify({
    title: state === 'done' ? rendersButtonText.ready(name) : rendersButtonText.failed(name),
    link: { label: rendersButtonText.show, to: `/renders/${encodeURIComponent(id ?? key)}` },
  })
}
