import { budgetStatus } from '../../core/context/status.ts'
import type { Tract } from '../../core/tract.ts'
import type { Workspace } from '../../core/workspace.ts'

/** All that a workspace shows of itself, as plain data: what must be the same whichever version of the code reads the file. */
export function shownOf(workspace: Workspace): object {
  const verified = workspace.verify()
  const tracts = workspace.list().map(({ id, name, commitCount, messageCount, lastUsedAt }) => ({ id, name, commitCount, messageCount, lastUsedAt, ...tractOf(workspace.get(id)) }))
  return { id: workspace.id, lastSeq: workspace.lastSeq(), verified, replayed: workspace.replay().kind, tracts }
}

function tractOf(tract: Tract): object {
  const { head } = tract.status()
  const budget = budgetStatus(countedHere(tract), tract.config.budget)
  const branches = tract.listBranches().toSorted((a, b) => (a.name < b.name ? -1 : 1)).map((branch) => ({ ...branch, ...(branch.commit === null ? {} : branchOf(tract.on(branch.name))) }))
  const spoken = branches.some(({ commit }) => commit !== null)
  return { config: tract.config, head, budget, undoState: tract.undoState(), partials: tract.partials.list(), pendingMessage: tract.pendingMessage(), branches, commits: spoken ? commitsOf(tract) : [] }
}

/** The size as it is counted here: what a provider reported for calls of then, older code didn't look at. */
function countedHere(tract: Tract): number {
  const { messages } = tract.compile()
  return messages.reduce((sum, { tokens }) => sum + tokens, messages.length === 0 ? 0 : 3)
}

function branchOf(branch: Tract): object {
  const { messages, excluded, hash } = branch.compile()
  const shown = messages.map(({ messageId, role, content, name, tokens, priority, edited }) => ({ messageId, role, content, name, tokens, priority, edited }))
  const { commitCount, messageCount } = branch.status()
  const calls = branch.transcript().items.flatMap(({ messageId, call, generationConfig, configLevels }) => (call ? [{ messageId, call, generationConfig, configLevels }] : []))
  return { context: hash, shown, excluded: excluded.map(({ messageId }) => messageId), tokenCount: countedHere(branch), tokenSource: 'estimate', commitCount, messageCount, calls, log: branch.log({ limit: 100 }).items.map(({ hash: line }) => line) }
}

/** Each commit that a branch reaches, with the context as it was there. How its first words are shown is no part of it. */
function commitsOf(tract: Tract): readonly object[] {
  return tract.graph({ limit: 1000 }).items.map(({ hash }) => {
    const { commit, content, branches } = tract.show(hash)
    return { commit: { ...commit, preview: undefined }, content, branches: branches.toSorted(), context: tract.compile({ at: hash }).hash, versions: versionsOf(tract, hash) }
  })
}

function versionsOf(tract: Tract, hash: string): readonly unknown[] {
  const { commit, branches } = tract.show(hash)
  const branch = branches[0]
  if (commit.kind !== 'append' || branch === undefined) return []
  return tract.on(branch).history(commit.messageId).versions.map((version) => version.commit)
}
