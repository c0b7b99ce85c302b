const segmenter = 'Segmenter' in Intl ? new Intl.Segmenter('en', { granularity: 'word' }) : undefined

/** Words that are spoken; tags such as `<break time="1s"/>` are not. Chinese and Japanese have words without spaces. */
export function spokenWords(text: string): number {
  const spoken = text.replace(/<\/?[a-z][^<>]*>/gi, ' ')
  if (!segmenter) return spoken.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length
  let words = 0
  for (const { isWordLike } of segmenter.segment(spoken)) if (isWordLike) words += 1
  return words
}
