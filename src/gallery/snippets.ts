export const snippetLanguages = ['curl', 'TypeScript', 'Python'] as const
export type SnippetLanguage = (typeof snippetLanguages)[number]

/** `id` and `say` are JSON strings, which are valid text in TypeScript and Python too. */
type Template = (id: string, say: string) => string

const curl: Template = (id, say) => {
  // In the shell the body stands in single quotes, so those inside it are written as \u0027.
  const body = `{ "type": "avatar", "avatar_id": ${id}, "script": ${say} }`.replaceAll(
    "'",
    String.raw`\u0027`,
  )
  return `curl https://api.heygen.com/v3/videos \\
  -H "X-Api-Key: $HEYGEN_API_KEY" \\
  -H "Content-Type: application/json" \\
  -H "Idempotency-Key: $(uuidgen)" \\
  -d '${body}'`
}

const typeScript: Template = (id, say) => `const response = await fetch('https://api.heygen.com/v3/videos', {
  method: 'POST',
  headers: {
    'X-Api-Key': process.env.HEYGEN_API_KEY,
    'Content-Type': 'application/json',
    'Idempotency-Key': crypto.randomUUID(),
  },
  body: JSON.stringify({ type: 'avatar', avatar_id: ${id}, script: ${say} }),
})
const { data } = await response.json()
console.log(data.video_id)`

const python: Template = (id, say) => `import os, uuid, requests

response = requests.post(
    "https://api.heygen.com/v3/videos",
    headers={
        "X-Api-Key": os.environ["HEYGEN_API_KEY"],
        "Idempotency-Key": str(uuid.uuid4()),
    },
    json={"type": "avatar", "avatar_id": ${id}, "script": ${say}},
    timeout=120,
)
print(response.json()["data"]["video_id"])`

const templates: Record<SnippetLanguage, Template> = { curl, TypeScript: typeScript, Python: python }

/** Code that makes a video of a look with `POST /v3/videos`. */
export const snippet = (language: SnippetLanguage, lookId: string, script: string) =>
  templates[language](JSON.stringify(lookId), JSON.stringify(script))
