import {
  CircleAlert,
  CircleCheck,
  CircleQuestionMark,
  CircleSlash,
  Clock,
  LoaderCircle,
  MessageCircleQuestionMark,
  type LucideIcon,
} from 'lucide-react'
import type { Render } from './render.ts'
import './renders.css'

const marks: Record<Render['state'], [icon: LucideIcon, tone: string]> = {
  sending: [LoaderCircle, 'text-ink'],
  unknown: [CircleQuestionMark, 'text-warn'],
  absent: [CircleSlash, 'text-ink-2'],
  refused: [CircleAlert, 'text-bad'],
  waiting: [Clock, 'text-ink'],
  rendering: [LoaderCircle, 'text-ink'],
  'needs-input': [MessageCircleQuestionMark, 'text-warn'],
  done: [CircleCheck, 'text-good'],
  failed: [CircleAlert, 'text-bad'],
}

/** How a render stands: an icon and a word, or the reason it failed. */
export function StateMark({ state, word }: { state: Render['state']; word: string }) {
  const [Icon, tone] = marks[state]
  return (
    <span className={`flex min-w-0 items-center gap-2 text-13 ${tone}`}>
      <Icon
        size={16}
        strokeWidth={1.75}
        aria-hidden="true"
        className={`shrink-0 ${Icon === LoaderCircle ? 'renders-turning' : ''}`}
      />
      <span className="line-clamp-2" title={word}>
        {word}
      </span>
    </span>
  )
}
