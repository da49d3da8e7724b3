import type { FoundServer, LocalServerName } from './contract/settings.ts'

/** A model server at its usual port on this machine. */
export type LocalServer = { readonly server: LocalServerName; readonly name: string; readonly baseUrl: string }
export type AnsweringServer = LocalServer & { readonly models: FoundServer['models'] }

export const localServers: readonly LocalServer[] = [
  { server: 'ollama', name: 'Ollama', baseUrl: 'http://127.0.0.1:11434' },
  { server: 'lmStudio', name: 'LM Studio', baseUrl: 'http://127.0.0.1:1234/v1' },
  { server: 'llamaCpp', name: 'llama.cpp', baseUrl: 'http://127.0.0.1:8080/v1' },
  { server: 'vllm', name: 'vLLM', baseUrl: 'http://127.0.0.1:8000/v1' },
]

/** Asks each place for its models, all at once. Only this machine is asked, and nothing is sent but the question: no key, no cookie. */
export async function findServers(places: readonly LocalServer[]): Promise<readonly AnsweringServer[]> {
  const found = await Promise.all(places.filter(({ baseUrl }) => isLoopback(baseUrl)).map(probe))
  return found.filter((server) => server !== null)
}

const isLoopback = (url: string): boolean => new URL(url).hostname === '127.0.0.1'
/** Where nobody listens the answer comes at once; only a busy server makes one wait. */
const waitMs = 3000
const maxBytes = 1_000_000

/** null where nobody answers, or something that is no model server. */
async function probe(place: LocalServer): Promise<AnsweringServer | null> {
  try {
    const path = place.server === 'ollama' ? '/api/tags' : '/models'
    const response = await fetch(`${place.baseUrl}${path}`, { redirect: 'error', credentials: 'omit', signal: AbortSignal.timeout(waitMs) })
    const models = response.ok ? readModels(JSON.parse(await shortText(response))) : null
    return models === null ? null : { ...place, models }
  } catch {
    return null
  }
}

/** Stops reading where a list of models would long have ended. */
async function shortText(response: Response): Promise<string> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of response.body ?? []) {
    size += chunk.length
    if (size > maxBytes) throw new Error('too long for a list of models')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks).toString('utf8')
}

/** The names in Ollama's list (`models[].name`) or OpenAI's (`data[].id`); null where it is neither. */
function readModels(body: unknown): readonly string[] | null {
  const { models, data } = (body ?? {}) as { readonly models?: unknown; readonly data?: unknown }
  const rows: unknown = data ?? models
  if (!Array.isArray(rows)) return null
  const names = rows.map((row: { readonly id?: unknown; readonly name?: unknown } | null) => row?.id ?? row?.name)
  return names.filter((name): name is string => typeof name === 'string' && name !== '' && name.length <= 200).slice(0, 500)
}
