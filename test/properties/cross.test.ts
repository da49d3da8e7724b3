import { testProfile } from './testProfile.ts'

const conflicts = ['bothEdited', 'bothAnnotated', 'editVsSkip', 'bothCompressed', 'compressVsEdit']
testProfile('cross', 2_000, [...conflicts, 'compressVsExpand', 'compressVsSkip', 'several bases', 'corrected', 'merged conflict', 'merge merge/in-progress'])
testProfile('few', 2_000, [...conflicts, 'corrected', 'settled', 'settled stale'])
