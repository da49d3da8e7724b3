import type { TractHandle } from '../journal/openWorkspace.ts'
import type { JsonObject } from '../model/json.ts'
import type { RequestPreview } from '../model/usage.ts'
import { notSentBy, type Request } from './asking.ts'
import { type AskOptions, requestFor } from './question.ts'

/** What `generate` would send now, to the letter where the client can tell. Reads only, asks nobody. Faults: those of `prepareQuestion`. */
export function previewRequest(tract: TractHandle, options: AskOptions = {}): RequestPreview {
  const { request } = requestFor(tract, options, 'chat')
  const { client, config } = request
  return { client: client.name, model: config.values.model ?? '', url: client.url ?? null, body: bodyOf(request), notSent: notSentBy(client, config.values) }
}

function bodyOf({ client, prompt, config, tools }: Request): JsonObject {
  return client.preview?.({ prompt, config: config.values, tools }) ?? { messages: prompt.toDicts(), config: config.values, tools }
}
