import type { Json, JsonObject } from '../../core/model/json.ts'

/** Whether a value is what a JSON Schema asks for; a small reader of the words that our schemas use. An unknown word is a bug of the test. */
export function fits(schema: JsonObject, value: Json): boolean {
  return Object.entries(schema).every(([word, rule]) => {
    const check = words[word]
    if (!check) throw new Error(`this reader doesn't know the word "${word}" of JSON Schema`)
    return check(rule, value, schema)
  })
}

type Check = (rule: Json, value: Json, schema: JsonObject) => boolean
const isObject = (value: Json): value is JsonObject => typeof value === 'object' && value !== null && !Array.isArray(value)
const onText = (check: (rule: number, text: string) => boolean): Check => (rule, value) => typeof value !== 'string' || check(rule as number, value)
const onNumber = (check: (rule: number, value: number) => boolean): Check => (rule, value) => typeof value !== 'number' || check(rule as number, value)
const onList = (check: (rule: Json, list: readonly Json[]) => boolean): Check => (rule, value) => !Array.isArray(value) || check(rule, value as readonly Json[])

const types: { readonly [name: string]: (value: Json) => boolean } = {
  object: isObject, array: Array.isArray, string: (value) => typeof value === 'string', boolean: (value) => typeof value === 'boolean',
  number: (value) => typeof value === 'number', integer: (value) => Number.isInteger(value), null: (value) => value === null,
}
const some = (rule: Json, value: Json): number => (rule as readonly JsonObject[]).filter((one) => fits(one, value)).length

const words: { readonly [word: string]: Check } = {
  description: () => true,
  type: (rule, value) => types[rule as string]?.(value) ?? false,
  const: (rule, value) => rule === value,
  enum: (rule, value) => (rule as readonly Json[]).includes(value),
  properties: (rule, value) => !isObject(value) || Object.entries(rule as JsonObject).every(([name, one]) => !Object.hasOwn(value, name) || fits(one as JsonObject, value[name] ?? null)),
  required: (rule, value) => !isObject(value) || (rule as readonly string[]).every((name) => Object.hasOwn(value, name)),
  additionalProperties: (rule, value, { properties = {} }) => !isObject(value) || Object.entries(value).every(([name, one]) => Object.hasOwn(properties as JsonObject, name) || (rule !== false && fits(rule as JsonObject, one))),
  propertyNames: (rule, value) => !isObject(value) || Object.keys(value).every((name) => fits(rule as JsonObject, name)),
  items: onList((rule, list) => list.every((one) => fits(rule as JsonObject, one))),
  minItems: onList((rule, list) => list.length >= (rule as number)),
  maxItems: onList((rule, list) => list.length <= (rule as number)),
  minLength: onText((rule, text) => text.length >= rule),
  maxLength: onText((rule, text) => text.length <= rule),
  pattern: (rule, value) => typeof value !== 'string' || new RegExp(rule as string).test(value),
  minimum: onNumber((rule, value) => value >= rule),
  maximum: onNumber((rule, value) => value <= rule),
  oneOf: (rule, value) => some(rule, value) === 1,
  anyOf: (rule, value) => some(rule, value) > 0,
}
