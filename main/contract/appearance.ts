import { z } from 'zod'

/** Colours of one's own, by the names of the semantic tokens, for the light and the dark theme. */
const colours = z.record(z.string().regex(/^[a-z][a-z0-9-]{0,40}$/), z.string().regex(/^(?:#[0-9a-fA-F]{3}|#[0-9a-fA-F]{6}|rgb\(\d{1,3} \d{1,3} \d{1,3} \/ (?:0?\.\d+|0|1)\))$/, 'it is no colour such as #2b4cb1'))

const fields = {
  contrast: z.enum(['system', 'normal', 'high']),
  density: z.enum(['compact', 'cosy']),
  /** Size of running text in CSS pixels; 14 is usual. */
  textPx: z.number().int().min(12).max(20),
  /** Branches are told apart by dashes too, not by colour alone. */
  lanePatterns: z.boolean(),
  /** Numbers and hashes in the mono face. */
  monoNumbers: z.boolean(),
  /** The most useful keys at the foot of a list. */
  keyHints: z.boolean(),
  motion: z.enum(['system', 'reduced']),
  colours: z.object({ light: colours.optional(), dark: colours.optional() }),
}

/** How the window looks, beside its theme. */
export const appearance = z.object(fields)
export type Appearance = z.infer<typeof appearance>
export const defaultAppearance: Appearance = { contrast: 'system', density: 'compact', textPx: 14, lanePatterns: false, monoNumbers: true, keyHints: true, motion: 'system', colours: {} }

/** What is named changes; the rest stays. */
export const appearanceChange = z.strictObject(fields).partial()
