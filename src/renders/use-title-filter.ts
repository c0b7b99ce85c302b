import { useEffect, useEffectEvent, useState } from 'react'
import { useSearchParams } from 'react-router'

/** Typing asks for a list only when it rests this long, in ms. */
const rest = 250
const longest = 200

/** The title that is asked for, from the address, and what is being typed. */
export function useTitleFilter() {
  const [search, setSearch] = useSearchParams()
  const title = (search.get('title') ?? '').slice(0, longest)
  const [typed, setTyped] = useState(title)
  const [known, setKnown] = useState({ title, written: title })
  // The address changed by another hand than this input's, such as a link to the whole list.
  if (title !== known.title) {
    setKnown({ title, written: title })
    if (title !== known.written) setTyped(title)
  }
  const write = useEffectEvent((value: string) => {
    if (value === title) return
    setKnown({ title, written: value })
    const next = new URLSearchParams(search)
    if (value) next.set('title', value)
    else next.delete('title')
    setSearch(next, { replace: true, preventScrollReset: true })
  })
  useEffect(() => {
    const timer = setTimeout(() => write(typed.trim()), rest)
    return () => clearTimeout(timer)
  }, [typed])
  return { title, typed, setTyped }
}
