import { testProfile } from './testProfile.ts'

const picked = ['picked append picked', 'picked append pick/already-here', 'picked compress picked', 'picked compress overlap', 'picked edit picked', 'picked edit targetMissing', 'picked merge pick/merge']
testProfile('pick', 2_000, [...picked, 'picked annotate picked', 'picked resolve pick/merge', 'rebased rebased', 'rebased fastForward', 'rebased upToDate'])
testProfile('wrap', 2_000, [...picked, 'picked append pick/in-summary', 'picked expand picked', 'picked expand expand/already', 'picked expand expand/inside-another', 'picked expand targetMissing'])
