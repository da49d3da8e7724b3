import { RailMark } from '../graph/RailMark.tsx'
import type { MarkSign } from '../graph/RailMark.tsx'
import { cardStart } from './canvasGeometry.ts'

/** The sign of a row where its lane runs, a little larger than in the rail. */
export const CardMark = ({ sign, isHead }: { readonly sign: MarkSign; readonly isHead: boolean }) => (
  <svg className="absolute top-1/2 size-px overflow-visible" style={{ left: -cardStart }} aria-hidden="true">
    <g transform={sign === 'fold' ? undefined : 'scale(1.25)'}>
      <RailMark state={sign} isHead={isHead} x={0} y={0} />
    </g>
  </svg>
)
