import type { OnceSettings } from '../../main/contract/chat.ts'
import type { SettingField } from './configWords.ts'

export type SettingRead = { readonly kind: 'value'; readonly value: NonNullable<OnceSettings[SettingField]> } | { readonly kind: 'none' } | { readonly kind: 'problem'; readonly words: string }

/** Reads what was typed for a setting; blank means that it isn't set. Numbers may be written with a comma or with gaps. */
export function readSetting(field: SettingField, typed: string): SettingRead {
  if (typed.trim() === '') return { kind: 'none' }
  if (field === 'stopSequences') return readStops(typed)
  const { min, max, whole } = ranges[field]
  const text = typed.trim().replace(/(?<=\d)[\s_](?=\d)/g, '').replace(/^(-?\d*),(\d+)$/, whole ? '$1$2' : '$1.$2')
  const value = /^-?\d*\.?\d+$/.test(text) ? Number(text) : Number.NaN
  if (Number.isNaN(value) || value < min || value > max || (whole && !Number.isSafeInteger(value))) return { kind: 'problem', words: rangeWords(field) }
  return { kind: 'value', value }
}

/** A stop sequence a line; `\n` in it stands for a new line. */
function readStops(typed: string): SettingRead {
  const stops = typed.split('\n').filter((line) => line !== '').map((line) => line.replaceAll(String.raw`\n`, '\n'))
  if (stops.length > 16 || stops.some((stop) => stop.length > 200)) return { kind: 'problem', words: 'at most 16, of 200 letters each' }
  return { kind: 'value', value: stops }
}

/** As it is typed. */
export function typedSetting(value: number | readonly string[] | undefined): string {
  if (value === undefined) return ''
  return typeof value === 'number' ? String(value) : value.map((stop) => stop.replaceAll('\n', String.raw`\n`)).join('\n')
}

type Range = { readonly min: number; readonly max: number; readonly whole: boolean }
const ranges: { readonly [Field in Exclude<SettingField, 'stopSequences'>]: Range } = {
  temperature: { min: 0, max: 2, whole: false },
  maxTokens: { min: 1, max: 100_000_000, whole: true },
  topP: { min: 0, max: 1, whole: false },
  seed: { min: Number.MIN_SAFE_INTEGER, max: Number.MAX_SAFE_INTEGER, whole: true },
  topK: { min: 1, max: 1_000_000, whole: true },
  frequencyPenalty: { min: -2, max: 2, whole: false },
  presencePenalty: { min: -2, max: 2, whole: false },
}

function rangeWords(field: Exclude<SettingField, 'stopSequences'>): string {
  const { min, max, whole } = ranges[field]
  if (field === 'seed') return 'a whole number'
  return `${whole ? 'a whole number' : 'a number'} from ${String(min).replace('-', '−')} to ${max.toLocaleString('en').replaceAll(',', ' ')}`
}
