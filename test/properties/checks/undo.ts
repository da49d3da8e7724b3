import type { TractView } from '../../../core/index.ts'
import type { NaiveView } from '../naive/rows.ts'
import { hashIn, redoOne, type Scene, undoOne } from '../scene.ts'
import { holds } from '../violation.ts'

/** P6: everything can be taken back, and brought again. */
export function checkUndoAll(scene: Scene): void {
  const end = scene.view.text
  let undone = 0
  while (undoOne(scene)) undone += 1
  holds('P6', scene.view.text === scene.first.text, () => `with everything taken back there is ${scene.view.text}`)
  for (; undone > 0; undone--) redoOne(scene)
  holds('P6', scene.view.text === end, () => `brought again it is ${scene.view.text}, not ${end}`)
}

/** P7: the journal read up to an entry gives what was there then. */
export function checkViews(scene: Scene): void {
  const middle = scene.views.at(scene.views.length >> 1)
  for (const view of [scene.views[0], middle, scene.views.at(-1)]) {
    if (!view) continue
    const [told, was] = [viewWords(scene.tract.viewAt(view.seq)), naiveViewWords(scene, view)]
    holds('P7', told === was, () => `at ${view.seq} it was ${was}, the journal says ${told}`)
  }
}

function viewWords({ head, branches, tags }: TractView): string {
  const names = [...branches.filter(({ commit }) => commit !== null).map(({ name, commit }) => `${name} ${commit}`), ...tags.map(({ name, commit }) => `tag:${name} ${commit}`)]
  return [head.kind === 'attached' ? head.branch : 'nowhere', head.commit, ...names.toSorted()].join('\n')
}

function naiveViewWords(scene: Scene, { branch, tip, refs }: NaiveView): string {
  const names = [...refs].filter(([name]) => name !== 'ORIG_HEAD').map(([name, commit]) => `${name} ${hashIn(scene, commit)}`)
  return [branch ?? 'nowhere', tip === null ? null : hashIn(scene, tip), ...names.toSorted()].join('\n')
}
