/** `manual`: everything is proposed. `collaborative`: annotations run, rewrites are proposed. `autonomous`: all but irreversible acts run. */
export type Autonomy = (typeof autonomies)[number]
/** From the least to the most. */
export const autonomies = ['manual', 'collaborative', 'autonomous'] as const

/** What an act can do to a tract: nothing, mark and name things, change what the model reads, or destroy for good. */
export type Risk = (typeof risks)[number]
/** From the least to the most. */
export const risks = ['read', 'annotate', 'rewrite', 'destroy'] as const
