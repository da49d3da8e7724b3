import { Component } from 'react'
import type { ReactNode } from 'react'

type Props = { readonly plain: ReactNode; readonly children: ReactNode }

/** Shows a text as it was written where the formatter gives up on it: one message must never take the window down. */
export class PlainOnError extends Component<Props, { readonly failed: boolean }> {
  override state = { failed: false }

  static getDerivedStateFromError(): { readonly failed: boolean } {
    return { failed: true }
  }

  override render(): ReactNode {
    return this.state.failed ? this.props.plain : this.props.children
  }
}
