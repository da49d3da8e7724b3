import { testProfile } from './testProfile.ts'

const met = [
  'append done', 'twin done', 'edit done', 'annotate done', 'compress done', 'gap done', 'expand done', 'branch done', 'switch done', 'checkout done', 'merge done', 'pick done',
  'rebase done', 'reset done', 'undo done', 'redo done', 'restore done', 'revert done', 'configure done', 'delete done', 'delete branch/unmerged', 'rename done', 'tag done',
  'batch done', 'append head/detached', 'compress compress/longer', 'merged clean', 'merged resolved', 'merged conflict', 'merged fastForward', 'merged upToDate', 'rebased rebased',
]
testProfile('usual', 2_000, met)
testProfile('fixedClock', 2_000, met)
