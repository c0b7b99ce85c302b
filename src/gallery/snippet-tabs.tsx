import { useState } from 'react'
import { lookText } from '#messages/en-look.ts'
import { Segmented } from '#ui/segmented.tsx'
import { CopyButton } from './copy-button.tsx'
import { snippet, snippetLanguages, type SnippetLanguage } from './snippets.ts'

const options = snippetLanguages.map((language) => ({ value: language, label: language }))

/** Code that makes a video of this look, to copy. */
export function Snippets({ lookId }: { lookId: string }) {
  const [language, setLanguage] = useState<SnippetLanguage>('curl')
  const code = snippet(language, lookId, lookText.script)
  return (
    <section className="mt-6">
      <div className="mb-2.5 flex items-center justify-between">
        <h3 className="text-13 font-semibold">{lookText.forCode}</h3>
        <Segmented label={lookText.forCode} value={language} options={options} onChange={setLanguage} />
      </div>
      <div className="relative">
        <pre className="rounded-media whitespace-pre-wrap bg-well p-4 pr-12 font-mono text-12 leading-5 text-ink">
          {code}
        </pre>
        <CopyButton
          value={code}
          label={lookText.copySnippet}
          className="absolute top-1.5 right-1.5 bg-well"
        />
      </div>
    </section>
  )
}
