import { Num } from '../components/Num.tsx'

/** Stands before the step with which the context goes over its budget. */
export const BudgetRule = ({ maxTokens }: { readonly maxTokens: number }) => (
  <div className="flex h-4 items-center gap-2.5 text-xs whitespace-nowrap text-danger before:h-px before:grow before:bg-danger-solid before:opacity-75 before:content-[''] after:h-px after:grow after:bg-danger-solid after:opacity-75 after:content-['']">
    <span>
      budget of <Num value={maxTokens} className="text-num!" /> reached in the next step
    </span>
  </div>
)
