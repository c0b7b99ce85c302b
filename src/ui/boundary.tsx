import { Component, type ReactNode } from 'react'

interface BoundaryProps {
  children: ReactNode
  onCrash: () => void
}

/** Where what is in it breaks, it is taken away, and the rest of the page stays. */
export class Boundary extends Component<BoundaryProps, { broken: boolean }> {
  override state = { broken: false }

  static getDerivedStateFromError() {
    return { broken: true }
  }

  override componentDidCatch() {
    this.props.onCrash()
  }

  override render() {
    return this.state.broken ? null : this.props.children
  }
}
