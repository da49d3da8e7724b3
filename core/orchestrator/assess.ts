import { compile, status } from '../history/status.ts'
import { listBranches } from '../history/refs/branches.ts'
import { log } from '../history/log.ts'
import type { TractHandle } from '../journal/openWorkspace.ts'
import { type AssessmentFacts, assessmentText } from '../llm/orchestrate/assessmentPrompt.ts'
import { nameOfAuthor, shortHash } from '../capabilities/dataLines.ts'
import type { CompiledContext, Status } from '../model/context.ts'
import type { Assessment } from '../model/orchestrator.ts'

const [mostMessages, mostCommits, mostBranches] = [80, 10, 20]

/** How a conversation stands, in figures: token pressure, recent commits, branches, pins. Reads only; no text of a message is in it. */
export function assess(tract: TractHandle, task: string | null = null): Assessment {
  return tract.file.db.snapshot(() => {
    const now = status(tract)
    const context = compile(tract)
    const recent = log(tract, { limit: mostCommits }).items
    const branches = listBranches(tract)
    const pinned = context.messages.filter(({ priority }) => priority === 'pinned').map(({ messageId }) => messageId)
    return { status: now, recent, branches, pinned, text: assessmentText(factsOf(task, now, context, { recent, branches, pinned })) }
  })
}

function factsOf(task: string | null, { head, tokenCount, budget, pending }: Status, { messages, excluded }: CompiledContext, { recent, branches, pinned }: Pick<Assessment, 'recent' | 'branches' | 'pinned'>): AssessmentFacts {
  return {
    task,
    branch: head.kind === 'attached' ? head.branch : null,
    tokens: tokenCount,
    budget: budget?.max ?? null,
    used: budget === null ? null : Math.round(budget.pct * 10) / 10,
    pinned: pinned.length,
    hidden: excluded.length,
    waiting: [...(pending.merge === null ? [] : ['a merge']), ...(pending.partials === 0 ? [] : ['an unfinished answer'])],
    messages: messages.slice(-mostMessages).map(({ messageId, role, tokens, priority }) => ({ message: shortHash(messageId), role, tokens, priority })),
    earlier: Math.max(0, messages.length - mostMessages),
    recent: recent.map(({ kind, author, message }) => ({ kind, by: nameOfAuthor(author), message })),
    branches: branches.slice(0, mostBranches).map(({ name, messageCount, isCurrent, updatedAt }) => ({ name, messages: messageCount, isCurrent, usedAt: new Date(updatedAt).toISOString() })),
  }
}
