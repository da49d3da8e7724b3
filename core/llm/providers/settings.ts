import type { LLMConfig } from '../../model/config.ts'

/** Those of the named settings that are set. */
export const setOf = (config: LLMConfig, fields: readonly (keyof LLMConfig)[]): readonly (keyof LLMConfig)[] => fields.filter((field) => config[field] !== undefined)

/** The settings without the named ones. */
export function without(config: LLMConfig, fields: readonly (keyof LLMConfig)[]): LLMConfig {
  return Object.fromEntries(Object.entries(config).filter(([field]) => !fields.some((left) => left === field)))
}

/** A body's fields that have a value. */
export function given(fields: { readonly [name: string]: unknown }): { readonly [name: string]: unknown } {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined))
}

/** What must not be shown of the headers a user sends: each value, and the key in one such as `Bearer …`. */
export function secretsIn(headers: { readonly [name: string]: string } = {}): readonly string[] {
  return Object.values(headers).flatMap((value) => [value, ...value.split(' ').slice(1)])
}
