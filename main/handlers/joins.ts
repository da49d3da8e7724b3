import { assertNever } from '../../core/model/assertNever.ts'
import { asConflictId } from '../../core/model/ids.ts'
import type { MergeResult, PickResult, RebaseResult, Resolution } from '../../core/model/merge.ts'
import type { Tract } from '../../core/tract.ts'
import type { JoinAct, JoinPreview } from '../contract/joins.ts'
import { suggest } from '../suggest.ts'
import { leftBehind, ownSteps } from '../joinViews.ts'
import { procedures, tractOn } from './base.ts'
import { resetEnd } from './branches.ts'

export const joins = {
  preview: procedures.joins.preview.handler(({ context, input }) => preview(tractOn(context.app, input), input.branch, input.act)),
  merge: procedures.joins.merge.handler(({ context, input }) => merge(tractOn(context.app, input), input)),
  pick: procedures.joins.pick.handler(({ context, input }) => pick(tractOn(context.app, input), input)),
  rebase: procedures.joins.rebase.handler(({ context, input }) => rebase(tractOn(context.app, input), input)),
  waiting: procedures.joins.waiting.handler(({ context, input }) => {
    const tract = context.app.workspace().get(input.tract)
    return tract.listBranches().flatMap(({ name }) => tract.on(name).findPendingMerge() ?? [])
  }),
  pending: procedures.joins.pending.handler(({ context, input }) => tractOn(context.app, input).findPendingMerge()),
  resolve: procedures.joins.resolve.handler(({ context, input }) => tractOn(context.app, input).resolveConflict(asConflictId(input.conflict), withoutUnset(input.resolution) as Resolution)),
  suggest: procedures.joins.suggest.handler(({ context: { app }, input, signal }) => suggest(app, tractOn(app, input), asConflictId(input.conflict), signal)),
  commit: procedures.joins.commit.handler(({ context, input }) => tractOn(context.app, input).commitMerge(input.message === undefined ? {} : { message: input.message })),
  refresh: procedures.joins.refresh.handler(({ context, input }) => tractOn(context.app, input).refreshMerge()),
  abort: procedures.joins.abort.handler(({ context, input }) => void tractOn(context.app, input).abortMerge()),
}

/** The act itself, in a transaction that is taken back. */
function preview(tract: Tract, branch: string, act: JoinAct): JoinPreview {
  switch (act.kind) {
    case 'merge':
      return { kind: 'merge', ...tract.dryRun(() => merge(tract, act)) }
    case 'pick':
      return { kind: 'pick', ...tract.dryRun(() => pick(tract, act)) }
    case 'rebase':
      return { kind: 'rebase', own: ownSteps(tract, act.onto), ...tract.dryRun(() => rebase(tract, act)) }
    case 'reset':
      return { kind: 'reset', left: act.keep === undefined ? leftBehind(tract, act.to) : { count: 0, newest: [] }, ...tract.dryRun(() => resetEnd(tract, { ...act, branch })) }
    default:
      return assertNever(act)
  }
}

type Of<Kind extends JoinAct['kind']> = Omit<Extract<JoinAct, { kind: Kind }>, 'kind'>

function merge(tract: Tract, { from, strategy, noFf, deleteBranch, message }: Of<'merge'>): MergeResult {
  return tract.merge(from, withoutUnset({ strategy, noFf, deleteBranch, message }))
}

function pick(tract: Tract, { refs, from, asCopy, onIssue }: Of<'pick'>): PickResult {
  return tract.cherryPick(refs, withoutUnset({ from, asCopy, onIssue }))
}

function rebase(tract: Tract, { onto, drop, strategy }: Of<'rebase'>): RebaseResult {
  return tract.rebase(onto, withoutUnset({ drop, strategy }))
}

/** The core's options are set or absent; those of a parsed input may be there and undefined. */
type Set<Options> = { readonly [Name in keyof Options]?: Exclude<Options[Name], undefined> }
const withoutUnset = <Options extends object>(options: Options): Set<Options> => Object.fromEntries(Object.entries(options).filter(([, value]) => value !== undefined)) as Set<Options>
