import type { Content, Priority } from '../../core/model/content.ts'
import type { CommitKey, FoldCommit, FoldResolution, MessageKey } from '../../core/context/source.ts'
import { memoryHistory } from './memoryHistory.ts'
import type { MemoryCommit, MemoryHistory } from './memoryHistory.ts'
import type { Random } from './random.ts'

export type Weights = { readonly [Step in FoldCommit['kind'] | 'copy' | 'fork']: number }

/** What the histories are made of: `usual`, many merges between few branches (`cross`), nested summaries that meet their originals (`wrap`). */
export const profiles: { readonly [Name in 'usual' | 'cross' | 'wrap']: Weights } = {
  usual: { append: 22, edit: 10, annotate: 10, compress: 10, expand: 5, resolve: 5, merge: 9, copy: 6, fork: 7 },
  cross: { append: 14, edit: 10, annotate: 10, compress: 8, expand: 5, resolve: 3, merge: 26, copy: 5, fork: 4 },
  wrap: { append: 6, edit: 4, annotate: 8, compress: 14, expand: 14, resolve: 4, merge: 10, copy: 16, fork: 8 },
}

export type RandomHistory = { readonly history: MemoryHistory; readonly tips: CommitKey[]; step(): MemoryCommit }

/**
 * A history that grows by one commit a step, on one of a few branches. Commits name messages that are here, elsewhere, or nowhere: the fold has to
 * bear them all.
 */
export function randomHistory(random: Random, weights: Weights): RandomHistory {
  const history = memoryHistory()
  const tips: CommitKey[] = [history.append(null, text('root')).key]
  const messages: MessageKey[] = [...tips]
  const priorities: readonly Priority[] = ['pinned', 'normal', 'skip']
  const someText = () => history.blob(text(random.chance(0.2) ? 'E' : 'x'.repeat(1 + random.below(20))))
  const someMessage = () => (random.chance(0.03) ? 999 : random.pick(messages))
  const someMessages = () => Array.from({ length: random.below(5) }, someMessage)

  const someResolution = (): FoldResolution => ({
    message: someMessage(),
    ...(random.chance(0.4) ? resolvedText() : {}),
    ...(random.chance(0.4) ? { priority: random.pick(priorities) } : {}),
    ...(random.chance(0.5) ? { inForce: random.chance(0.5) } : {}),
  })
  const resolvedText = () => {
    const blob = someText()
    return { blob, tokens: history.tokensOf(blob) }
  }
  const fields = (kind: FoldCommit['kind']): Partial<FoldCommit> & Pick<FoldCommit, 'kind'> => {
    switch (kind) {
      case 'append':
        return { kind, blob: someText(), priority: random.pick(priorities) }
      case 'edit':
        return { kind, target: someMessage(), blob: someText() }
      case 'annotate':
        return { kind, target: someMessage(), priority: random.pick(priorities) }
      case 'compress':
        return { kind, blob: someText(), replaces: someMessages() }
      case 'expand':
        return { kind, target: someMessage() }
      default:
        return { kind, resolutions: Array.from({ length: random.below(3) }, someResolution) }
    }
  }
  /** A commit of elsewhere again, as a cherry-pick or rebase writes it: another key, the same change. */
  const copied = (): Partial<FoldCommit> & Pick<FoldCommit, 'kind'> => {
    const { kind, change, target, blob, priority, replaces, resolutions } = random.pick([...history.commits.values()])
    return { kind: kind === 'merge' ? 'resolve' : kind, change, target, blob, priority, replaces: random.chance(0.2) ? someMessages() : replaces, resolutions }
  }

  return {
    history,
    tips,
    step() {
      const step = random.weighted(weights)
      if (step === 'fork') tips.push(random.pick([...history.commits.keys()]))
      const at = random.below(tips.length)
      const tip = tips[at]!
      const commit =
        step === 'merge'
          ? history.add([tip, random.pick(tips)], fields('merge'))
          : history.add([tip], step === 'copy' ? copied() : fields(step === 'fork' ? 'append' : step))
      if (commit.kind === 'append' || commit.kind === 'compress') messages.push(commit.change)
      tips[at] = commit.key
      return commit
    },
  }
}

const text = (words: string): Content => ({ type: 'dialogue', role: 'user', text: words })
