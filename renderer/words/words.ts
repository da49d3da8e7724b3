import { useLayout } from '../state/layout.ts'

/** Every word that has an everyday form and git's own. The rest of the interface says the same in both. */
const table = {
  step: ['step', 'commit'],
  steps: ['steps', 'commits'],
  pin: ['Keep always', 'Pin'],
  pinned: ['Keep always', 'Pinned'],
  isPinned: ['kept always', 'pinned'],
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
  compress: ['Summarise…', 'Compress…'],
  compressAgain: ['Summarise again…', 'Compress again…'],
  compressAll: ['Summarise the older steps…', 'Compress the older commits…'],
  cleanUp: ['Clean up old leftovers…', 'Garbage collection…'],
  cleanUpTitle: ['Clean up', 'Garbage collection'],
  nothingToCleanUp: ['Nothing to clean up: a branch or a bookmark leads to every step, or did not long ago.', 'Nothing to collect: a branch or a tag reaches every commit, or did not long ago.'],
  soonHelp: ['Less than a week: undo and the log can no longer lead everywhere.', 'Less than a week: undo and the operation log can no longer reach everything.'],
  leftovers: ['Leftovers', 'Orphans'],
  leftoversHelp: ['Steps that no branch and no bookmark leads to. They go to the trash; undo brings them back.', 'Commits that no branch and no tag reaches. They go to the trash; undo brings them back.'],
  archives: ['Originals behind summaries', 'Archived originals'],
  origHeadKeeps: ['a branch that was ended earlier ended there last', 'ORIG_HEAD remembers it'],
  mergeKeeps: ['what is brought in waits for a decision there', 'a pending merge needs it'],
  eraseDecided: ['a text decided on when branches were brought together', 'a text decided in a merge'],
  cleanUpAct: ['clean-up of leftovers', 'garbage collection'],
  purgeAct: ['delete for good', 'purge'],
  hiddenShare: ['Hidden from models', 'Skipped'],
  earlierShare: ['Texts before corrections', 'Texts before edits'],
  deleteForGood: ['Delete for good', 'Purge'],
  deletePhrase: ['delete', 'purge'],
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
  Step: ['Step', 'Commit'],
  aMerge: ['branches brought together', 'a merge'],
  fromMerge: ['from a branch that was brought in', 'from a merge'],
  byMerge: ['brought by another branch', 'brought by a merge'],
  leftByMerge: ['left out when a branch was brought in', 'left out by a merge'],
  mergeWaits: ['Bringing a branch into this one waits for decisions', 'A merge into this branch waits for decisions'],
  mergeIntoWaits: ['What is brought into it waits for decisions', 'A merge into it waits for decisions'],
  mergeOfWaits: ['Bringing in {branch} waits for a decision on it', 'The merge of {branch} waits for a decision on it'],
  decideMerge: ['Decide what is brought in…', 'Decide the merge that waits…'],
  noMergeWaits: ['Nothing that is brought in waits on this branch', 'No merge waits on this branch'],
  noMergeInto: ['Nothing that is brought into {branch} waits any more.', 'No merge into {branch} waits any more.'],
  mergeComes: ['What is brought in is on its way', 'The merge is on its way'],
  alwaysMergeStep: ['Always write a step that joins both', 'Always write a merge commit'],
  dropMerge: ['Bring nothing in after all', 'Drop this merge'],
  droppedMerge: ['Nothing was brought in', 'Dropped the merge'],
  joins: ['Brought in and copied', 'Merges and copies'],
  mergeAct: ['bring in', 'merge of'],
  rebaseAct: ['redo on top of', 'rebase onto'],
  dropMergeAct: ['drop of what was brought in', 'drop of a merge'],
  refreshMergeAct: ['bringing in, begun anew', 'refreshed merge'],
  decideMergeAct: ['decision about a conflict', 'decision in a merge'],
  hideAct: ['hide from model', 'skip'],
  pinAct: ['keep always', 'pin'],
  normalAct: ['back to normal', 'annotate normal'],
  hideMany: ['hide {count}', 'skip {count}'],
  pinMany: ['keep {count} always', 'pin {count}'],
  normalMany: ['{count} back to normal', 'annotate {count} normal'],
  annotateAct: ['keep or hide', 'annotate'],
  batchAct: ['several steps at once', 'batch'],
  endBatch: ['Finish', 'Commit'],
  batchEnded: ['finished', 'committed'],
  checkoutAct: ['look at', 'checkout'],
  pickAct: ['copied steps', 'cherry-pick'],
  compressAct: ['summary', 'compression'],
  correctAct: ['correction', 'edit'],
  expandAct: ['opened summary', 'expanded summary'],
  resetAct: ['end of the branch at', 'reset to'],
  switchAct: ['open branch', 'switch to'],
  tagAct: ['new bookmark', 'new tag'],
  dropTagAct: ['delete bookmark', 'delete tag'],
  revertOf: ['taking back of', 'revert of'],
  restoreOf: ['going back to after', 'restore of'],
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

let asked: Wording | null = null

export const words = (): Words => forms[asked ?? useLayout.getState().wording]
/** Says something in a wording, whichever is chosen. */
export function inWording<T>(wording: Wording, say: () => T): T {
  const before = asked
  asked = wording
  try {
    return say()
  } finally {
    asked = before
  }
}
export const useWords = (): Words => forms[useLayout((layout) => layout.wording)]

function wordsIn(form: 0 | 1): Words {
  return Object.fromEntries(Object.entries(table).map(([key, pair]) => [key, pair[form]])) as Words
}
