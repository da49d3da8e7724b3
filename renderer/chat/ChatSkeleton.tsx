import { Skeleton } from '../components/Skeleton.tsx'

/** Where messages will stand. */
export const ChatSkeleton = () => (
  <div role="status" aria-label="Messages are being read" className="min-h-0 grow">
    <div className="mx-auto grid max-w-[calc(var(--chat-measure)+48px)] gap-6 px-6 py-5">
      <div className="grid gap-[9px]">
        <Skeleton className="w-30" />
        <Skeleton className="w-11/12" />
        <Skeleton className="w-3/4" />
      </div>
      <div className="ml-14 grid gap-[9px]">
        <Skeleton className="w-2/3" />
        <Skeleton className="w-2/5" />
      </div>
    </div>
  </div>
)
