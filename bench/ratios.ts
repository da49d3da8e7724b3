/** Something to time. `prepare` gets ready for `count` runs and isn't timed. */
export type Subject = { readonly run: () => unknown; readonly prepare?: (count: number) => void }
export type Pair = {
  readonly name: string
  readonly anchor: Subject
  readonly anchorName: string
  readonly subject: Subject
  /** The ratio it has to stay under; null where there is no goal. */
  readonly goal: number | null
  /** Runs per round, and rounds. */
  readonly per: number
  readonly rounds: number
}
export type Ratio = { readonly name: string; readonly anchor: string; readonly ratio: number; readonly p10: number; readonly p90: number; readonly anchorUs: number; readonly subjectUs: number; readonly goal: number | null }

/** Times anchor and subject in turns and gives the median of the rounds' ratios: load on the machine hits both alike. */
export function measure(pair: Pair): Ratio {
  const rounds = Array.from({ length: pair.rounds + 2 }, (_, round) => oneRound(pair, round % 2 === 0)).slice(2)
  const ratios = rounds.map(({ anchor, subject }) => subject / anchor)
  const us = (pick: 'anchor' | 'subject') => quantile(rounds.map((round) => round[pick]), 0.5) * 1000
  return {
    name: pair.name, anchor: pair.anchorName, goal: pair.goal,
    ratio: quantile(ratios, 0.5), p10: quantile(ratios, 0.1), p90: quantile(ratios, 0.9), anchorUs: us('anchor'), subjectUs: us('subject'),
  }
}

function oneRound({ anchor, subject, per }: Pair, anchorFirst: boolean): { readonly anchor: number; readonly subject: number } {
  anchor.prepare?.(per)
  subject.prepare?.(per)
  const first = medianMs(anchorFirst ? anchor : subject, per)
  const second = medianMs(anchorFirst ? subject : anchor, per)
  return anchorFirst ? { anchor: first, subject: second } : { anchor: second, subject: first }
}

function medianMs(subject: Subject, per: number): number {
  const times: number[] = []
  for (let i = 0; i < per; i++) {
    const start = performance.now()
    subject.run()
    times.push(performance.now() - start)
  }
  return quantile(times, 0.5)
}

export function quantile(values: readonly number[], at: number): number {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(at * sorted.length))] ?? 0
}
