export const snippetLanguages = ['curl', 'TypeScript', 'Python'] as const
export type SnippetLanguage = (typeof snippetLanguages)[number]

/**
 * Code that makes a video of a look with `POST /v3/videos`. The id goes in as a JSON string, which is valid
 * in all three languages; in the shell it stands in single quotes, so those are written as \u0027.
 */
export function snippet(language: SnippetLanguage, lookId: string, script: string): string {
  const id = JSON.stringify(lookId)
  const say = JSON.stringify(script)
  switch (language) {
    case 'curl': {
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
    case 'TypeScript':
      return `const response = await fetch('https://api.heygen.com/v3/videos', {
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
    case 'Python':
      return `import os, uuid, requests

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
  }
}
