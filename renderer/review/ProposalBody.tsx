import type { ReactNode } from 'react'
import type { Proposal } from '../../core/model/proposal.ts'
import { dayAndClock } from '../words/times.ts'
import { argumentLines, effectWords, proposerWords } from './proposalWords.ts'

/** What somebody wants to do: why, what exactly, and what it would come to. */
export function ProposalBody({ proposal }: { readonly proposal: Proposal }) {
  return (
    <>
      <Part name={`Why, says ${proposerWords(proposal)}, ${whenWords(proposal.createdAt)}`}>
        <p className="text-read">{proposal.reasoning}</p>
      </Part>
      {!proposal.isCurrent && <p className="text-warning">The branch has moved on since. Approving looks first whether it still comes to the same; where it doesn’t, nothing is done.</p>}
      <Part name="What it would come to">
        <ul className="grid gap-0.5">
          {effectWords(proposal).map((line) => <li key={line}>{line}</li>)}
        </ul>
        <p className="mt-1.5 text-xs text-muted">It is one act: undo takes it back.</p>
      </Part>
      <Part name="What would be done">
        <dl className="grid grid-cols-[minmax(5rem,max-content)_minmax(0,1fr)] gap-x-3 gap-y-1">
          {argumentLines(proposal).map(({ name, value }) => (
            <div key={name} className="contents">
              <dt className="text-muted">{name}</dt>
              <dd className="min-w-0 break-words">{value}</dd>
            </div>
          ))}
        </dl>
      </Part>
    </>
  )
}

const Part = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div className="min-w-0">
    <h3 className="mb-1 text-xs font-semibold text-muted">{name}</h3>
    {children}
  </div>
)

const whenWords = (at: number): string => dayAndClock(at, Date.now())
