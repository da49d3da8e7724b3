import { testProfile } from './testProfile.ts'

/** Fewer: each is as long as five others. */
testProfile('long', 200, ['merged resolved', 'several bases', 'rebased rebased', 'picked compress picked'])
