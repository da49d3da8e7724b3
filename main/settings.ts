import { readFileSync, renameSync } from 'node:fs'
import { z } from 'zod'
import { Fault, toReport } from '../core/model/fault.ts'
import type { FaultReport } from '../core/model/fault.ts'
import { appearance, defaultAppearance } from './contract/appearance.ts'
import { readJsonFile, writeJsonFile } from './jsonFile.ts'
import type { Clock, Log } from './ports.ts'

const provider = z.object({
  id: z.string().min(1),
  kind: z.enum(['openai', 'anthropic', 'ollama', 'demo']),
  name: z.string(),
  /** Empty: the provider's own address. */
  baseUrl: z.string().refine((text) => text === '' || URL.canParse(text), 'it is no address'),
  /** Empty: those the app knows of. */
  models: z.array(z.string().min(1)),
  /** Sent with every request; the value of a secret one (null here) is kept with the keys. */
  headers: z.array(z.object({ name: z.string().min(1), value: z.string().nullable() })).optional(),
  /** How many tokens Ollama is told to read. */
  contextTokens: z.number().int().positive().nullable().optional(),
})
const price = z.object({ inputUsd: z.number().min(0), cachedInputUsd: z.number().min(0).nullable(), outputUsd: z.number().min(0) })
const shape = z.looseObject({
  theme: z.enum(['system', 'light', 'dark']).default('system'),
  enterSends: z.boolean().default(true),
  appearance: appearance.catch(defaultAppearance).default(defaultAppearance),
  /** What is taught in passing: whether it is, and what was told on this machine. */
  tips: z.object({ areOn: z.boolean(), told: z.array(z.string()) }).default({ areOn: true, told: [] }),
  /** Of each command whose keys somebody changed: what they are now. */
  keys: z.record(z.string(), z.array(z.string())).default({}),
  /** What a person added or changed; built-in providers that are as they came are not in it. */
  providers: z.array(provider).default([]),
  /** null until someone chooses: then the first provider with a key serves, else the demo model. */
  chat: z
    .object({
      provider: z.string(),
      /** null: the one the tract's settings name, else the provider's first. */
      model: z.string().nullable(),
      temperature: z.number().nullable(),
      /** What else the composer sets for every message. */
      more: z.record(z.string(), z.unknown()).optional(),
    })
    .nullable()
    .default(null),
  /** The provider of each kind of call that doesn't go where the chat goes. */
  clients: z.partialRecord(z.enum(['compress', 'merge', 'orchestrate', 'plan', 'title']), z.string()).default({}),
  /** What somebody says a model costs, in US dollars per million tokens; stands over the table that comes with the app. */
  prices: z.record(z.string(), price).default({}),
  /** Workspace files opened before, newest first. */
  recentFiles: z.array(z.string()).default([]),
})
export type StoredProvider = z.infer<typeof provider>
export type StoredSettings = z.infer<typeof shape>

export type SettingsFile = {
  get(): StoredSettings
  /** Changes what is in the file now, which another window may have written, and gives the result. */
  update(change: (settings: StoredSettings) => StoredSettings): StoredSettings
  /** Set when the file could not be read and the defaults took its place. */
  readonly problem: FaultReport | null
}

/** The app's own settings: one JSON file, replaced as a whole. One that can't be read is set aside under another name, never deleted. */
export function openSettings(path: string, { clock, log }: { readonly clock: Clock; readonly log: Log }): SettingsFile {
  let problem: FaultReport | null = null
  const load = (): StoredSettings => {
    const found = read(path)
    if (found.kind === 'settings') return found.settings
    const fault = new Fault('settings/unreadable', { path, found: found.why })
    log('warn', 'settings could not be read', { code: fault.code, why: found.why })
    problem = toReport(fault) as unknown as FaultReport
    renameSync(path, `${path}.unreadable-${clock.now()}`)
    return shape.parse({})
  }
  let current = load()
  return {
    get: () => current,
    update(change) {
      const next = change(load())
      writeJsonFile(path, next as never)
      return (current = next)
    },
    get problem() {
      return problem
    },
  }
}

type Read = { readonly kind: 'settings'; readonly settings: StoredSettings } | { readonly kind: 'unreadable'; readonly why: string }

function read(path: string): Read {
  try {
    const parsed = shape.safeParse(readJsonFile(path) ?? {})
    if (parsed.success) return { kind: 'settings', settings: parsed.data }
    return { kind: 'unreadable', why: parsed.error.issues.map((issue) => `${issue.path.join('.') || 'the file'}: ${issue.message}`).join('; ') }
  } catch (error) {
    if (!isReadable(path)) throw error
    return { kind: 'unreadable', why: 'it is not JSON' }
  }
}

/** Tells a file with nonsense in it from one that can't be opened at all: only the first may be moved away. */
function isReadable(path: string): boolean {
  try {
    readFileSync(path)
    return true
  } catch {
    return false
  }
}
