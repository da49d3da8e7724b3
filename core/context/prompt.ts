import type { AnthropicPayload, MessageDict, OpenAIMessage, Prompt, Repair } from '../model/context.ts'
import type { Content } from '../model/content.ts'
import { checkChoice } from '../model/given.ts'
import { nameOf, roleOf, textOf } from '../model/contentTypes.ts'
import { type CustomContentType, typesWith } from '../model/customTypes.ts'
import { toAnthropicForm } from './anthropicForm.ts'
import { toDictsForm } from './dictsForm.ts'
import { toOpenAIForm } from './openaiForm.ts'
import type { FormMessage } from './turns.ts'

/**
 * Makes a prompt of these contents, in this order; for a request whose messages don't come from a history. Faults: `content/invalid`.
 * @example
 * promptOf([{ type: 'dialogue', role: 'user', text: 'Hello' }]).toDicts() // → [{ role: 'user', content: 'Hello' }]
 */
export const promptOf = (contents: readonly Content[], customTypes: readonly CustomContentType[] = []): Prompt => promptFrom(messagesOf(contents, customTypes))

/** A prompt of messages as they stand. */
export const promptFrom = (messages: readonly FormMessage[]): Prompt => Object.assign(Object.create(promptForms) as Prompt, { messages })

export function messagesOf(contents: readonly Content[], customTypes: readonly CustomContentType[] = []): readonly FormMessage[] {
  const types = typesWith(customTypes)
  return contents.map((body) => ({ role: roleOf(body, types), content: textOf(body, types), name: nameOf(body), contentType: body.type, body }))
}

/** The output forms of a prompt, shared by all of them; its data are its own properties, so clones and JSON hold data only. */
abstract class PromptForms implements Prompt {
  abstract readonly messages: readonly FormMessage[]

  toDicts(): MessageDict[] {
    return toDictsForm(this.messages)
  }
  toOpenAI(): OpenAIMessage[] {
    return toOpenAIForm(this.messages).messages
  }
  toAnthropic(options: { readonly thoughts?: boolean } = {}): AnthropicPayload {
    return toAnthropicForm(this.messages, options).payload
  }
  repairs(form: 'openai' | 'anthropic'): readonly Repair[] {
    checkChoice('form', form, ['openai', 'anthropic'])
    return form === 'openai' ? toOpenAIForm(this.messages).repairs : toAnthropicForm(this.messages).repairs
  }
}

export const promptForms: PromptForms = PromptForms.prototype
