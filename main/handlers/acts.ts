import { assertNever } from '../../core/model/assertNever.ts'
import { Fault } from '../../core/model/fault.ts'
import type { Content } from '../../core/model/content.ts'
import { asMessageId, asOperationId } from '../../core/model/ids.ts'
import type { UndoResult } from '../../core/model/operation.ts'
import type { Branch } from '../../core/model/refs.ts'
import type { Tract } from '../../core/tract.ts'
import type { App } from '../app.ts'
import type { ActEffect, Jump } from '../contract/acts.ts'
import { procedures, tractOn } from './base.ts'

export const acts = {
  append: procedures.acts.append.handler(({ context, input }) => measured(tractOn(context.app, input), (tract) => say(tract, input.as, input.text))),
  note: procedures.acts.note.handler(({ context, input }) => measured(tractOn(context.app, input), (tract) => note(tract, input.text))),
  edit: procedures.acts.edit.handler(({ context, input }) => measured(tractOn(context.app, input), (tract) => tract.edit(asMessageId(input.message), input.text))),
  restoreVersion: procedures.acts.restoreVersion.handler(({ context, input }) => measured(tractOn(context.app, input), (tract) => tract.edit(asMessageId(input.message), versionOf(tract, input)))),
  annotate: procedures.acts.annotate.handler(({ context, input }) =>
    measured(tractOn(context.app, input), (tract) => tract.annotate(input.messages.map(asMessageId), input.priority)),
  ),
  previewAnnotate: procedures.acts.previewAnnotate.handler(({ context, input }) => tried(tractOn(context.app, input), (tract) => tract.annotate(input.messages.map(asMessageId), input.priority))),
  expand: procedures.acts.expand.handler(({ context, input }) => measured(tractOn(context.app, input), (tract) => tract.expand(asMessageId(input.summary)))),
  expandOnBranch: procedures.acts.expandOnBranch.handler(({ context, input }) => expandOnBranch(tractOn(context.app, input), input)),
  previewExpand: procedures.acts.previewExpand.handler(({ context, input }) => tried(tractOn(context.app, input), (tract) => tract.expand(asMessageId(input.summary)))),
  branchAfter: procedures.acts.branchAfter.handler(({ context, input }) => placeOf(context.app, input).branchAfter(asMessageId(input.message), input.name)),
  branch: procedures.acts.branch.handler(({ context, input }) => context.app.workspace().get(input.tract).branch(input.name, { from: input.from })),
  switch: procedures.acts.switch.handler(({ context, input }) => {
    const tract = context.app.workspace().get(input.tract)
    tract.switch(input.branch)
    return branchOf(tract, input.branch)
  }),
  goTo: procedures.acts.goTo.handler(({ context, input }) => context.app.workspace().get(input.tract).checkout(input.at)),
  openBatch: procedures.acts.openBatch.handler(({ context, input }) => context.app.workspace().get(input.tract).openBatch()),
  commitBatch: procedures.acts.commitBatch.handler(({ context, input }) => context.app.workspace().get(input.tract).commitBatch() ?? 0),
  cancelBatch: procedures.acts.cancelBatch.handler(({ context, input }) => context.app.workspace().get(input.tract).cancelBatch()),
  undo: procedures.acts.undo.handler(({ context, input }) => context.app.workspace().get(input.tract).undo()),
  redo: procedures.acts.redo.handler(({ context, input }) => context.app.workspace().get(input.tract).redo()),
  restore: procedures.acts.restore.handler(({ context, input }) => context.app.workspace().get(input.tract).restore(asOperationId(input.operation))),
  revert: procedures.acts.revert.handler(({ context, input }) => context.app.workspace().get(input.tract).revert(asOperationId(input.operation))),
  previewJump: procedures.acts.previewJump.handler(({ context, input }) => {
    const tract = context.app.workspace().get(input.tract)
    return tract.dryRun(() => take(tract, input.jump))
  }),
}

/** The branch that was named, else wherever HEAD is: it may be an old step that is looked at. */
const placeOf = (app: App, { tract, branch }: { readonly tract: string; readonly branch?: string | undefined }): Tract =>
  branch === undefined ? app.workspace().get(tract) : tractOn(app, { tract, branch })

/** Does something and tells what it did to the size of the context there. */
function measured(tract: Tract, act: (tract: Tract) => unknown): ActEffect {
  const tokensBefore = tract.status().tokenCount
  act(tract)
  return { tokensBefore, tokensAfter: tract.status().tokenCount }
}

/** The same, taken back at once. */
function tried(tract: Tract, act: (tract: Tract) => unknown): ActEffect {
  const { tokensBefore, tokensAfter } = tract.dryRun(() => act(tract)).effect
  return { tokensBefore, tokensAfter }
}

/** One act: undone, there is no branch. */
function expandOnBranch(tract: Tract, { branch, summary, name }: { readonly branch: string; readonly summary: string; readonly name: string }): Branch {
  return tract.batch(() => {
    const made = tract.branch(name, { from: branch })
    tract.on(name).expand(asMessageId(summary))
    return branchOf(tract, made.name)
  })
}

function take(tract: Tract, jump: Jump): UndoResult {
  switch (jump.kind) {
    case 'undo':
      return tract.undo()
    case 'redo':
      return tract.redo()
    case 'restore':
      return tract.restore(asOperationId(jump.operation))
    case 'revert':
      return tract.revert(asOperationId(jump.operation))
    default:
      return assertNever(jump)
  }
}

function say(tract: Tract, as: 'user' | 'assistant' | 'system' | 'instruction', text: string): unknown {
  switch (as) {
    case 'user':
      return tract.user(text)
    case 'assistant':
      return tract.assistant(text)
    case 'instruction':
      return tract.system(text)
    case 'system':
      return tract.commit({ type: 'dialogue', role: 'system', text })
    default:
      return assertNever(as)
  }
}

/** One act: at no moment does the model see it. */
function note(tract: Tract, text: string): void {
  tract.batch(() => void tract.annotate(tract.commit({ type: 'output', text, format: 'text' }).messageId, 'skip'))
}

function branchOf(tract: Tract, name: string): Branch {
  const found = tract.listBranches().find((branch) => branch.name === name)
  if (!found) throw new Fault('branch/not-found', { name, similar: [] })
  return found
}

function versionOf(tract: Tract, { message, version }: { readonly message: string; readonly version: string }): Content {
  const found = tract.history(message).versions.find(({ commit }) => commit === version)
  if (!found) throw new Fault('ref/not-found', { ref: version, similar: [] })
  if (found.goneAt !== undefined) throw new Fault('object/erased', { hash: found.commit, at: found.goneAt })
  return found.content
}
