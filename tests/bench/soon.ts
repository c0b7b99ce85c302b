/** The promise's own outcome, or an error with the given sentence after `patience` milliseconds. */
export async function soon<T>(promise: Promise<T>, patience: number, sentence: string): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(sentence)), patience)
  })
  try {
    return await Promise.race([promise, late])
  } finally {
    clearTimeout(timer)
    // A page that closes rejects what is still waited for in it.
    promise.catch(() => undefined)
  }
}
