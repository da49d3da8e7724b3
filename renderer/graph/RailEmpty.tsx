/** Where the first two steps will stand. */
export const RailEmpty = ({ isAnswering }: { readonly isAnswering: boolean }) => (
  <div className="relative px-4 py-[21px] text-sm">
    <svg width="230" height="110" className="absolute top-2 left-0 overflow-visible" aria-hidden="true">
      <path d="M24 22V86" fill="none" stroke="var(--text-3)" strokeWidth={1.5} strokeDasharray="2 3" opacity={0.6} />
      {[22, 86].map((y) => (
        <circle key={y} cx={24} cy={y} r={5.4} fill="var(--rail-halo)" stroke="var(--text-3)" strokeWidth={1.5} strokeDasharray="2 2" />
      ))}
    </svg>
    <div className="pl-6.5">
      <div>Your first step</div>
      <div className="pt-11.5 text-muted">{isAnswering ? 'The answer, on its way' : 'The answer'}</div>
    </div>
  </div>
)
