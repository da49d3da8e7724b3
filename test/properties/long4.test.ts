import { testProfile } from './testProfile.ts'

testProfile('long', 500, ['merged resolved', 'several bases', 'rebased rebased', 'picked compress picked'], 3)
