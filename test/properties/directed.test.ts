import { testProfile } from './testProfile.ts'

testProfile('directed', 2_000, [
  'bothCompressed', 'compressVsExpand', 'compressVsEdit', 'compressVsSkip', 'expandVsEdit', 'bothEdited', 'several bases', 'corrected', 'picked compress picked', 'picked compress overlap',
])
