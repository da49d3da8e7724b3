import { AsOfStrip } from '../timeline/AsOfStrip.tsx'
import { BatchBanner } from './BatchBanner.tsx'
import { ConnectionStrip } from './ConnectionStrip.tsx'
import { OfflineBanner } from './OfflineBanner.tsx'
import { ReadOnlyBanner } from './ReadOnlyBanner.tsx'
import { RecoveredBanner } from './RecoveredBanner.tsx'

/** What holds for the whole window, under its title bar. Takes no room while all is well. */
export const Banners = () => (
  <div>
    <ConnectionStrip />
    <OfflineBanner />
    <ReadOnlyBanner />
    <RecoveredBanner />
    <BatchBanner />
    <AsOfStrip />
  </div>
)
