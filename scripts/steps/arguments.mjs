/**
 * @typedef {{ value?: string, says: string, check?: (value: string) => string | null }} Flag
 *   `value` names what follows the flag; without it the flag stands alone. `check` answers with what is wrong.
 * @typedef {Readonly<Record<string, Flag>>} Flags
 * @typedef {{ flags: Readonly<Record<string, string | true>>, words: readonly string[], problem: string | null }} Given
 */

/** Reads what follows the command. `--flag value` and `--flag=value` mean the same; what is no flag is a word.
 * @param {readonly string[]} argv @param {Flags} known @returns {Given} */
export function readArguments(argv, known) {
  /** @type {Record<string, string | true>} */
  const flags = {}
  const words = []
  const rest = [...argv]
  for (let next = rest.shift(); next !== undefined; next = rest.shift()) {
    if (!next.startsWith('-')) {
      words.push(next)
      continue
    }
    const [name = '', ...after] = next.split('=')
    const flag = Object.hasOwn(known, name) ? known[name] : undefined
    const problem = flag === undefined ? `Unknown option: ${name}` : take(flag, name, after, rest, flags)
    if (problem !== null) return { flags, words, problem }
  }
  return { flags, words, problem: null }
}

/** @param {Flag} flag @param {string} name @param {string[]} after @param {string[]} rest @param {Record<string, string | true>} flags */
function take(flag, name, after, rest, flags) {
  if (flag.value === undefined) {
    flags[name] = true
    return after.length === 0 ? null : `${name} takes no value`
  }
  const value = after.length > 0 ? after.join('=') : rest.shift()
  if (value === undefined || value === '') return `${name} needs a value: ${name} ${flag.value}`
  flags[name] = value
  return flag.check?.(value) ?? null
}

/** The usage text, one line per flag. @param {string} first @param {Flags} known */
export function usage(first, known) {
  const rows = Object.entries(known).map(([name, { value, says }]) => [value === undefined ? name : `${name} ${value}`, says])
  const width = Math.max(...rows.map(([left = '']) => left.length))
  return [first, '', ...rows.map(([left = '', right]) => `  ${left.padEnd(width)}  ${right}`)].join('\n')
}

/** @param {string} value */
export const checkPort = (value) => (/^\d{1,5}$/.test(value) && Number(value) < 65_536 ? null : `--port takes a number from 0 to 65535, not "${value}"`)
