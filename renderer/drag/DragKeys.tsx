import { firstKeyOf } from '../commands/boundKeys.ts'
import { commands } from '../commands/registry.ts'
import type { CommandId } from '../commands/registry.ts'
import { Keys } from '../components/Keys.tsx'
import { useWords } from '../words/words.ts'

/** For the key help: what is dragged, and the keys that do the same. */
export function DragKeys() {
  const { step, steps } = useWords()
  const twins: readonly (readonly [drag: string, keys: readonly CommandId[]])[] = [
    [`${steps} onto a branch`, ['step.take', 'step.put']],
    ['a branch onto a branch', ['branch.merge', 'branch.rebase']],
    [`a branch onto a ${step}`, ['step.reset']],
    [`two ${steps} onto Compare`, ['step.compare']],
    ['a summary out of its lane', ['summary.restore']],
    [`the ring onto a ${step}`, ['step.goTo']],
    [`${steps} into the X-ray`, ['step.pin', 'step.normal', 'step.hide']],
  ]
  return (
    <section aria-label="Instead of dragging" className="grid gap-1 text-sm">
      <h3 className="text-xs font-semibold text-muted">Instead of dragging</h3>
      <dl className="grid rounded-lg inset-ring inset-ring-line">
        {twins.map(([drag, ids]) => (
          <div key={drag} className="flex min-h-8.5 items-center gap-2.5 border-b border-subtle px-3.5 last:border-b-0">
            <dt className="min-w-0 grow truncate first-letter:uppercase">{drag}</dt>
            <dd className="flex gap-2.5">{ids.map((id) => <TwinKey key={id} id={id} />)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function TwinKey({ id }: { readonly id: CommandId }) {
  const keys = firstKeyOf(commands[id])
  return keys === undefined ? null : <Keys keys={keys} />
}
