import { asTools, type AsToolsOptions } from '../capabilities/toolForms.ts'
import type { ToolForms } from '../model/tools.ts'
import { ModelVerbs } from './models.ts'

/** What a model is offered to do. */
export class ToolVerbs extends ModelVerbs {
  /**
   * Gives tool definitions for a provider's request: OpenAI's form, or `anthropic`, or `mcp`. The `profile` says which tools and how they are described (default `self`); `overrides` has words of your own for some. To run what a model calls: `ToolExecutor`.
   * Faults: `tool/unknown`, `tool/not-in-profile`, `input/invalid`.
   * @example
   * tract.asTools({ profile: 'observer', format: 'anthropic' }).map(({ name }) => name).slice(0, 3) // → ['status', 'compile', 'read_messages']
   * tract.asTools({ overrides: { search: 'Look things up.' } }).find((tool) => tool.function.name === 'search')?.function.description // → 'Look things up.'
   */
  asTools<Format extends keyof ToolForms = 'openai'>(options?: AsToolsOptions<Format>): ToolForms[Format][] { return asTools(options) }
}
