import { Component, type ReactNode } from 'react'
import { useLocation } from 'react-router'
import { text } from '#messages/en.ts'
import { notify } from '#ui/notices.ts'

class Catch extends Component<{ at: string; children: ReactNode }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidCatch() {
    notify({ title: text.crash.title, description: text.crash.hint })
  }

  override componentDidUpdate({ at }: { at: string }, { broken }: { broken: boolean }) {
    // What broke on the way here has had its try.
    // oxlint-disable-next-line react/no-did-update-set-state -- a class hears of new props nowhere else
    if (broken && at !== this.props.at) this.setState({ broken: false })
  }

  override render() {
    return this.state.broken ? null : this.props.children
  }
}

/** Where what is in it breaks, it is taken away until the next page, and the rest of this one stays. */
export function Boundary(props: { children: ReactNode }) {
  // What remembers this one element is longer than making it, and everyone loads it.
  'use no memo'
  return <Catch at={useLocation().key} {...props} />
}
