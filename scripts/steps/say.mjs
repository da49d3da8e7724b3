/** One plain line for the person who started this. @param {string} line */
export function say(line) {
  process.stdout.write(`${line}\n`)
}

/** Says why it can't go on, and ends. A plain sentence, no stack. @param {string} line @returns {never} */
export function giveUp(line, code = 1) {
  process.stderr.write(`${line}\n`)
  process.exit(code)
}

/** The first `lines` lines of a long message, so that a failure stays readable. @param {string} text */
export function head(text, lines = 200) {
  const all = text.trimEnd().split('\n')
  return all.length <= lines ? all.join('\n') : [...all.slice(0, lines), `… ${all.length - lines} more lines`].join('\n')
}
