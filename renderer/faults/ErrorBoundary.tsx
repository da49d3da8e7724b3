import { Component } from 'react'
import type { ReactNode } from 'react'
import { Button } from '../components/Button.tsx'
import { TooltipProvider } from '../components/Tooltip.tsx'
import { FaultCard } from './FaultCard.tsx'
import { faultOf } from './faultOf.ts'

type State = { readonly error: unknown }

/** What shows when drawing itself failed: words and a way on instead of an empty window. */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, State> {
  override state: State = { error: null }

  static getDerivedStateFromError(error: unknown): State {
    return { error }
  }

  override render(): ReactNode {
    if (this.state.error === null) return this.props.children
    return (
      <TooltipProvider>
        <main className="grid h-full place-items-center p-6">
          <div className="w-full max-w-130">
            <FaultCard fault={faultOf(this.state.error)}>
              <Button variant="primary" onClick={() => location.reload()}>
                Reload
              </Button>
            </FaultCard>
          </div>
        </main>
      </TooltipProvider>
    )
  }
}
