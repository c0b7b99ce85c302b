import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { Look } from '#heygen/schemas/look.ts'
import {
  engineWord,
  enginesOf,
  genderWord,
  isNotReady,
  nameOf,
  orientationWord,
  statusWord,
} from '#looks/look-words.ts'
import { lookText } from '#messages/en-look.ts'
import { voiceSampleText } from '#messages/en-voice-sample.ts'
import { voiceQueries } from '#queries/voices.ts'
import { VoiceSample } from '#voices/voice-sample.tsx'
import { CopyButton } from './copy-button.tsx'

const words = lookText

/** Everything HeyGen says of a look. */
export function LookFacts({ look }: { look: Look }) {
  const { image_width: width, image_height: height, preferred_orientation: orientation } = look
  const size = width && height ? words.dimensions(width, height) : ''
  const shape = orientation ? orientationWord(orientation) : ''
  return (
    <dl className="mt-5 border-t border-line text-13">
      <Fact label={words.id}>
        <span className="flex min-w-0 items-center">
          <code className="min-w-0 rounded-[6px] bg-well px-2 py-1 font-mono text-12 break-all">
            {look.id}
          </code>
          <CopyButton value={look.id} label={words.copyId(nameOf(look))} className="-my-1.5 ml-0.5" />
        </span>
      </Fact>
      <Fact label={words.voice}>
        {look.default_voice_id ? <DefaultVoice id={look.default_voice_id} /> : <None />}
      </Fact>
      <Fact label={words.engines}>
        <Tags values={enginesOf(look).map(engineWord)} />
      </Fact>
      <Fact label={words.size}>
        {size || shape ? (
          <span className="tabular-nums">{[size, shape].filter(Boolean).join(', ')}</span>
        ) : (
          <None />
        )}
      </Fact>
      <Fact label={words.gender}>{look.gender ? genderWord(look.gender) : <None />}</Fact>
      <Fact label={words.tags}>
        <Tags values={look.tags} />
      </Fact>
      {look.status !== null && (
        <Fact label={words.status}>
          <span className={isNotReady(look.status) ? 'text-warn' : ''}>{statusWord(look.status)}</span>
        </Fact>
      )}
    </dl>
  )
}

function Fact({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="flex min-h-9.5 gap-4 border-b border-line py-2">
      <dt className="w-23 shrink-0 py-0.5 text-ink-2">{label}</dt>
      <dd className="flex min-w-0 flex-1 flex-wrap items-center gap-1.5">{children}</dd>
    </div>
  )
}

const None = () => <span className="text-ink-3">{words.none}</span>

function Tags({ values }: { values: readonly string[] }) {
  if (values.length === 0) return <None />
  return values.map((value) => (
    <span key={value} className="rounded-[6px] bg-well px-2 py-0.5 text-12 text-ink-2">
      {value}
    </span>
  ))
}

function DefaultVoice({ id }: { id: string }) {
  const { data, error } = useQuery(voiceQueries.detail(id))
  if (data) return <VoiceSample voice={data} />
  return (
    <span className="text-ink-2" title={id}>
      {error ? voiceSampleText.unavailable : voiceSampleText.loading}
    </span>
  )
}
