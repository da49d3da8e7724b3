// Writes core/store/migrations/embedded.ts from the SQL files beside it, so that the core needs no files at run time, bundled or not.
import { readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const folder = join(import.meta.dirname ?? new URL('.', import.meta.url).pathname, '../core/store/migrations')
writeFileSync(join(folder, 'embedded.ts'), embedded(folder))

/** @param {string} from */
export function embedded(from) {
  const names = readdirSync(from).filter((name) => name.endsWith('.sql')).toSorted()
  const steps = names.map((name) => `  // ${name}\n  ${JSON.stringify(readFileSync(join(from, name), 'utf8').replaceAll('--> statement-breakpoint', ''))},\n`)
  return `// Made by \`npm run db:generate\` from the SQL files beside it: change the schema, not this.\nexport const migrations: readonly string[] = [\n${steps.join('')}]\n`
}
