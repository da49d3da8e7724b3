import type { JoinAct, JoinPreview } from '../../main/contract/joins.ts'
import { assertNever } from '../state/assertNever.ts'
import { counted } from '../words/numbers.ts'
import type { Words } from '../words/words.ts'

/** What the dialog is called: "Bring cheap into main". */
export function joinTitle(act: JoinAct, branch: string, words: Words): string {
  switch (act.kind) {
    case 'merge':
      return words.mergeTitle.replace('{from}', act.from).replace('{into}', branch)
    case 'pick':
      return words.pickTitle.replace('{count}', counted(act.refs.length, words.step, words.steps)).replace('{into}', branch)
    case 'rebase':
      return words.rebaseTitle.replace('{branch}', branch).replace('{onto}', shownRef(act.onto))
    case 'reset':
      return `Move the end of ${branch} to ${shownRef(act.to)}`
    default:
      return assertNever(act)
  }
}

/** How it would go. */
export function kindWords(preview: JoinPreview, words: Words): string {
  switch (preview.kind) {
    case 'merge':
      return mergeKind(preview.result, words)
    case 'pick':
      return preview.result.kind === 'picked' ? 'copied as they are shown there' : counted(preview.result.issues.length, 'thing', 'things') + ' can’t be copied as they are'
    case 'rebase':
      return rebaseKind(preview.result, words)
    case 'reset':
      return 'only the end moves; nothing is lost'
    default:
      return assertNever(preview)
  }
}

type ResultOf<Kind extends JoinPreview['kind']> = Extract<JoinPreview, { kind: Kind }>['result']

function mergeKind(result: ResultOf<'merge'>, words: Words): string {
  switch (result.kind) {
    case 'upToDate':
      return words.nothingToJoin
    case 'fastForward':
      return words.simpleJoin
    case 'clean':
      return words.cleanJoin
    case 'resolved':
      return `${counted(result.commit.resolutions.length, 'decision')} by your choice, the rest automatic`
    case 'conflict':
      return `${counted(result.pending.conflicts.length, 'conflict')}, the rest is automatic`
    default:
      return assertNever(result)
  }
}

function rebaseKind(result: ResultOf<'rebase'>, words: Words): string {
  switch (result.kind) {
    case 'upToDate':
      return 'it stands there already'
    case 'fastForward':
      return words.simpleJoin
    case 'rebased':
      return `${counted(result.commits.length, 'change')} made anew; the old end is bookmarked`
    case 'conflict':
      return `${counted(result.conflicts.length, 'conflict')}: choose which side wins`
    default:
      return assertNever(result)
  }
}

/** Why it can't be done as it stands; null when it can. */
export function whyNotJoin(preview: JoinPreview): string | null {
  const { kind } = preview.result
  if (kind === 'upToDate') return 'There is nothing to do'
  if (preview.kind === 'pick' && kind === 'issues') return 'Say what to do with what can’t be copied'
  return preview.kind === 'rebase' && kind === 'conflict' ? 'Choose which side wins' : null
}

/** A whole hash is no name for people. */
export const shownRef = (ref: string): string => (/^[0-9a-f]{40,}$/.test(ref) ? ref.slice(0, 7) : ref)
