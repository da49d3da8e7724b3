export type Moment = { readonly at?: string | undefined; readonly asOf?: number | undefined }

/** A moment of the contract as `compile` and `transcript` take it. A time means its whole millisecond, as a date does. */
export const momentOf = ({ at, asOf }: Moment): { readonly at?: string | Date } => (asOf !== undefined ? { at: new Date(asOf) } : at === undefined ? {} : { at })
