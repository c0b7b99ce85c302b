import { Captions, Download, LoaderCircle, type LucideIcon } from 'lucide-react'
import type { Video } from '#heygen/schemas/video.ts'
import { rendersText } from '#messages/en-renders.ts'
import { Button } from '#ui/button.tsx'
import { announce, notify } from '#ui/notices.ts'
import { faultWord } from './render-words.ts'
import { fileName, fileOf, saveFile } from './save-file.ts'
import { useFreshVideo } from './use-fresh-video.ts'

interface FileButtonsProps {
  id: string
  title: string
  captions: boolean
}

/** The video as a file, and its captions if there are any. Each link is fetched when it is wanted. */
export function FileButtons({ id, title, captions }: FileButtonsProps) {
  return (
    <>
      {captions && (
        <FileButton
          id={id}
          title={title}
          label={rendersText.captions(title)}
          icon={Captions}
          urlOf={(video) => video.subtitle_url}
        />
      )}
      <FileButton id={id} title={title} label={rendersText.download(title)} icon={Download} urlOf={fileOf} />
    </>
  )
}

interface FileButtonProps {
  id: string
  title: string
  label: string
  icon: LucideIcon
  urlOf: (video: Video) => string | null
}

function FileButton({ id, title, label, icon, urlOf }: FileButtonProps) {
  const { isPending, mutate } = useFreshVideo(id)
  const Icon = isPending ? LoaderCircle : icon
  const name = isPending ? rendersText.gettingLink : label

  function get() {
    if (isPending) return
    announce(rendersText.gettingLink)
    mutate(undefined, {
      onSuccess(video) {
        const url = urlOf(video)
        if (url) void saveFile(url, fileName(title, url))
        else notify({ title: rendersText.noFile })
      },
      onError(error) {
        notify({ title: faultWord(error) })
      },
    })
  }
  return (
    <Button className="w-11 px-0!" aria-label={name} title={name} aria-disabled={isPending} onClick={get}>
      <Icon size={16} strokeWidth={1.75} aria-hidden="true" className={isPending ? 'renders-turning' : ''} />
    </Button>
  )
}
