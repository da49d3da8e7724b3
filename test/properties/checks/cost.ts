import { contextsIn, type Scene } from '../scene.ts'
import { holds } from '../violation.ts'

/** The commits that an act folds are those it writes, and once those that only the other side has; counted, not timed. */
export function checkCost<R>(scene: Scene, theirs: number, act: () => R): R {
  const { states } = contextsIn(scene)
  const { history, view: { tip } } = scene
  const bases = tip === null ? [] : history.bases(tip, theirs)
  for (const known of [...bases, theirs, tip]) states.at(known)
  const [reduced, commits] = [states.reduced, history.keys.length]
  const brought = history.own(theirs, tip).length
  const result = act()
  states.at(scene.view.tip)
  const [spent, written] = [states.reduced - reduced, history.keys.length - commits]
  holds('cost', spent <= written + brought, () => `${spent} commits were folded for ${written} written and ${brought} brought`)
  return result
}
