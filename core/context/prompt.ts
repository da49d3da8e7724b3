import type { AnthropicPayload, MessageDict, OpenAIMessage, Prompt, Repair } from '../model/context.ts'
import type { Content } from '../model/content.ts'
import { nameOf, roleOf, textOf } from '../model/contentTypes.ts'
import { toAnthropicForm } from './anthropicForm.ts'
import { toDictsForm } from './dictsForm.ts'
import { toOpenAIForm } from './openaiForm.ts'
import type { FormMessage } from './turns.ts'

/** A prompt of these contents, in this order; for a request whose messages don't come from a history. */
export function promptOf(contents: readonly Content[]): Prompt {
  const messages = contents.map((body) => ({ role: roleOf(body), content: textOf(body), name: nameOf(body), contentType: body.type, body }))
  return Object.assign(Object.create(promptForms) as Prompt, { messages })
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
  toAnthropic(): AnthropicPayload {
    return toAnthropicForm(this.messages).payload
  }
  repairs(form: 'openai' | 'anthropic'): readonly Repair[] {
    return form === 'openai' ? toOpenAIForm(this.messages).repairs : toAnthropicForm(this.messages).repairs
  }
}

export const promptForms: PromptForms = PromptForms.prototype
