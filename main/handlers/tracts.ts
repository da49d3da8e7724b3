import { Fault } from '../../core/model/fault.ts'
import type { TractSummary } from '../../core/model/tractSummary.ts'
import type { Tract } from '../../core/tract.ts'
import type { App } from '../app.ts'
import type { Detached, TractOverview } from '../contract/tracts.ts'
import { openSample } from '../sample/openSample.ts'
import { procedures } from './base.ts'

export const tracts = {
  list: procedures.tracts.list.handler(({ context }) => context.app.workspace().list()),
  create: procedures.tracts.create.handler(({ context, input }) => {
    const made = context.app.workspace().create(input.name === undefined ? {} : { name: input.name })
    return summaryOf(context.app, made.id)
  }),
  openSample: procedures.tracts.openSample.handler(({ context }) => {
    const { tract, steps } = openSample(context.app.workspace())
    return { summary: summaryOf(context.app, tract.id), steps }
  }),
  rename: procedures.tracts.rename.handler(({ context, input }) => {
    context.app.workspace().get(input.tract).rename(input.name)
    return summaryOf(context.app, input.tract)
  }),
  overview: procedures.tracts.overview.handler(({ context, input }) => overviewOf(context.app, input.tract)),
  setBudget: procedures.tracts.setBudget.handler(({ context, input }) => {
    context.app.workspace().get(input.tract).configure({ budget: input.maxTokens === null ? null : { maxTokens: input.maxTokens } })
    return overviewOf(context.app, input.tract)
  }),
}

function overviewOf(app: App, id: string): TractOverview {
  const tract = app.workspace().get(id)
  return { summary: summaryOf(app, tract.id), status: tract.status(), branches: tract.listBranches(), config: tract.config, undo: tract.undoState(), batch: batchOf(tract), detached: detachedOf(tract) }
}

function batchOf(tract: Tract): TractOverview['batch'] {
  const acts = tract.countInBatch()
  return acts === null ? null : { acts }
}

function detachedOf(tract: Tract): Detached | null {
  const { head } = tract.status()
  if (head.kind === 'attached') return null
  const { earlier, items } = tract.transcript({ limit: 1 })
  const newestFirst = tract.listBranches({ holding: head.commit }).toSorted((a, b) => b.updatedAt - a.updatedAt)
  return { at: head.commit, branches: newestFirst.map(({ name, messageCount }) => ({ name, stepsBack: messageCount - earlier - items.length })) }
}

function summaryOf(app: App, id: string): TractSummary {
  const found = app.workspace().list().find((summary) => summary.id === id)
  if (!found) throw new Fault('tract/not-found', { name: id, similar: [] })
  return found
}
