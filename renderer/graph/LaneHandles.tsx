import { Handle, Position } from '@xyflow/react'

/** Where all lines hang. Never seen: the lines know their own paths, but React Flow draws none without handles. */
export const LaneHandles = () => (
  <>
    <Handle type="source" position={Position.Bottom} isConnectable={false} className="invisible" />
    <Handle type="target" position={Position.Top} isConnectable={false} className="invisible" />
  </>
)
