/** Where the first step will stand. */
export const CanvasEmpty = ({ isAnswering }: { readonly isAnswering: boolean }) => (
  <div className="canvas-surface relative min-h-0 grow">
    <div className="canvas-ghost absolute top-4 left-16.5 flex h-10.5 w-72 items-center rounded-md px-3 text-sm text-muted">{isAnswering ? 'The answer, on its way' : 'Your first step'}</div>
    <svg className="absolute top-[37px] left-11 size-px overflow-visible" aria-hidden="true">
      <circle r={5.6} fill="var(--rail-halo)" stroke="var(--text-3)" strokeWidth={1.5} strokeDasharray="2 2" />
    </svg>
  </div>
)
