import { useLayout } from '../state/layout.ts'

/** Every word that has an everyday form and git's own. The rest of the interface says the same in both. */
const table = {
  step: ['step', 'commit'],
  steps: ['steps', 'commits'],
  pin: ['Keep always', 'Pin'],
  pinned: ['Keep always', 'Pinned'],
  hide: ['Hide from model', 'Skip'],
  hidden: ['hidden from the model', 'skipped'],
  normal: ['Back to normal', 'Annotate normal'],
  openBranch: ['Open branch', 'Switch branch'],
  branchHere: ['Branch here', 'Branch from this commit'],
  edit: ['Correct', 'Edit'],
  corrected: ['corrected', 'edited'],
  correction: ['correction', 'EDIT commit'],
  modelSees: ['what the model sees', 'the compiled context'],
  here: ['you are here', 'HEAD'],
  merge: ['Bring in another branch', 'Merge another branch'],
  mergeTitle: ['Bring {from} into {into}', 'Merge {from} into {into}'],
  mergeVerb: ['Bring in', 'Merge'],
  merged: ['brought in', 'merge'],
  mergedTitle: ['Branches brought together', 'Merge commit'],
  parent: ['Go to the step before', 'Go to the parent'],
  child: ['Go to the step after', 'Go to the child'],
  sibling: ['Go to the step beside it', 'Go to the sibling'],
  dropBranch: ['Remove the name {branch} afterwards', 'Delete branch {branch} afterwards'],
  pickTitle: ['Copy {count} to the end of {into}', 'Cherry-pick {count} onto {into}'],
  pick: ['Copy here', 'Cherry-pick'],
  rebase: ['Redo this branch on top of another', 'Rebase this branch'],
  rebaseTitle: ['Redo {branch} on top of {onto}', 'Rebase {branch} onto {onto}'],
  rebaseVerb: ['Redo', 'Rebase'],
  reset: ['End this branch at this step', 'Reset this branch to here'],
  goTo: ['Go to this step, only looking', 'Check out this commit'],
  goBack: ['Return to', 'Switch back to'],
  bookmark: ['Bookmark', 'Tag'],
  hid: ['hid', 'skipped'],
  keeps: ['always keeps', 'pins'],
  summarised: ['summarised', 'compressed'],
  expanded: ['opened the summary of', 'expanded'],
  simpleJoin: ['simple, the end moves up', 'fast-forward'],
  cleanJoin: ['automatic', 'clean, no conflict'],
  nothingToJoin: ['nothing to bring in', 'already up to date'],
  whatHappened: ['what happened', 'log'],
  hideKey: ['hide', 'skip'],
  pinKey: ['keep', 'pin'],
  normalKey: ['normal', 'normal'],
  editKey: ['correct', 'edit'],
  mergeKey: ['bring in', 'merge'],
  rebaseKey: ['redo on', 'rebase'],
} as const satisfies Record<string, readonly [plain: string, git: string]>

export type Wording = 'plain' | 'git'
export type WordKey = keyof typeof table
export type Words = Readonly<Record<WordKey, string>>

const forms: Record<Wording, Words> = { plain: wordsIn(0), git: wordsIn(1) }

export const words = (): Words => forms[useLayout.getState().wording]
export const useWords = (): Words => forms[useLayout((layout) => layout.wording)]

function wordsIn(form: 0 | 1): Words {
  return Object.fromEntries(Object.entries(table).map(([key, pair]) => [key, pair[form]])) as Words
}
