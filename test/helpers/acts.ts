import { Fault } from '../../core/model/fault.ts'
import type { Tract } from '../../core/tract.ts'
import type { Random } from './random.ts'

export type Act = { readonly verb: string; /** Commits and tips that must be in the file once this was acknowledged. */ readonly commits: readonly string[] }

const weights = {
  user: 40, assistant: 10, system: 2, batch: 5, edit: 8, annotate: 8, branch: 5, switch: 6, tag: 2, deleteTag: 1, reset: 2, checkout: 1, renameBranch: 1, deleteBranch: 1,
  compress: 4, expand: 3, merge: 5, pending: 3, cherryPick: 3, rebase: 1, undo: 5, redo: 3, revert: 1, restore: 1, configure: 1,
}

/**
 * Random acts of every kind on a tract, each one operation. What is refused (nothing to undo, a name that is taken, a branch that another process took
 * away) counts as an act that did nothing. Any other fault is thrown on.
 */
export function actsOn(tract: Tract, random: Random, prefix = ''): () => Act {
  let count = 0
  return () => {
    const drawn = random.weighted(weights)
    // Nearly everything is refused while HEAD stands on a commit, so it doesn't stay there for long.
    const verb = tract.status().head.kind === 'detached' && random.chance(0.5) ? 'switch' : drawn
    try {
      return { verb, commits: act(tract, verb, random, `${prefix}${++count}`).filter((hash) => hash !== '') }
    } catch (error) {
      if (Fault.is(error) && error.kind === 'user') return { verb, commits: [] }
      throw error
    }
  }
}

function act(tract: Tract, verb: keyof typeof weights, random: Random, name: string): readonly string[] {
  const items = tract.status().head.commit === null ? [] : tract.log({ limit: 20 }).items
  const target = (): string => (items.length === 0 ? 'HEAD' : random.pick(items).hash)
  const branches = tract.listBranches()
  const branch = (): string => (branches.length === 0 ? 'none' : random.pick(branches).name)
  const text = (): string => `${name} says `.repeat(1 + random.below(40))
  const commitsOf = (result: object): readonly string[] => ('commits' in result ? (result.commits as readonly { readonly hash: string }[]).map(({ hash }) => hash) : [])
  switch (verb) {
    case 'user':
    case 'assistant':
    case 'system':
      return [tract[verb](text()).hash]
    case 'batch':
      return tract.batch(() => [tract.user(text()).hash, tract.assistant(text()).hash, tract.edit('HEAD', `${name} again`).hash])
    case 'edit':
      return [tract.edit(target(), `${name} corrects`).hash]
    case 'annotate':
      return tract.annotate(target(), random.pick(['pinned', 'normal', 'skip'])).map(({ hash }) => hash)
    case 'branch':
      return branches.length > 8 ? [] : [tract.branch(`b${name}`, { from: target(), switch: random.chance(0.5) }).commit ?? '']
    case 'switch':
      return [tract.switch(branch()).commit ?? '']
    case 'tag':
      return [tract.tag(`t${name}`, { at: target() }).commit]
    case 'deleteTag':
      tract.deleteTag(random.pick([...tract.listTags().map((tag) => tag.name), 'none']))
      return []
    case 'reset':
      return [tract.reset(target()).commit ?? '']
    case 'checkout':
      return [tract.checkout(target()).commit ?? '']
    case 'renameBranch':
      return [tract.renameBranch(branch(), `r${name}`).commit ?? '']
    case 'deleteBranch':
      tract.deleteBranch(branch(), { force: true })
      return []
    case 'compress': {
      const shown = tract.compile().messages.map(({ messageId }) => messageId)
      const from = random.below(Math.max(1, shown.length - 3))
      return commitsOf(tract.compress({ messages: shown.slice(from, from + 3), content: 'so' }))
    }
    case 'expand': {
      const summaries = tract.compile().messages.filter(({ contentType }) => contentType === 'summary')
      return summaries.length === 0 ? [] : [tract.expand(random.pick(summaries).messageId).hash]
    }
    case 'merge': {
      const result = tract.merge(branch(), { strategy: random.pick(['auto', 'ours', 'theirs']), noFf: random.chance(0.3), allowUnrelated: true })
      return 'commit' in result ? [result.commit.hash] : result.kind === 'fastForward' ? [result.to] : []
    }
    case 'pending': {
      const pending = tract.findPendingMerge()
      if (pending === null) return []
      if (random.chance(0.3)) {
        tract.abortMerge()
        return []
      }
      return tract.batch(() => {
        for (const { id } of pending.conflicts) tract.resolveConflict(id, { take: random.pick(['ours', 'theirs']) })
        return [tract.commitMerge().hash]
      })
    }
    case 'cherryPick': {
      const from = tract.on(branch()).log({ limit: 20 }).items
      if (from.length === 0) return []
      return commitsOf(tract.cherryPick(random.pick(from).hash, { onIssue: 'skip', asCopy: random.chance(0.3) }))
    }
    case 'rebase':
      return commitsOf(tract.rebase(branch(), { strategy: random.pick(['ours', 'theirs']) }))
    case 'undo':
    case 'redo':
      tract[verb]()
      return []
    case 'revert':
    case 'restore': {
      const operations = tract.operations({ limit: 10 }).items
      if (operations.length > 0) tract[verb](random.pick(operations).id)
      return []
    }
    case 'configure':
      tract.configure({ budget: random.chance(0.5) ? null : { maxTokens: 1 + random.below(9000) } })
      return []
  }
}
