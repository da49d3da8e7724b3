/** A file that breaks one rule, and the words the linter must answer with. */
export type Violation = { readonly path: string; readonly source: string; readonly says: string }

const imports = (path: string, from: string, says: string): Violation => ({ path, source: `import { thing } from '${from}'\nexport const other = thing\n`, says })
const takesType = (path: string, from: string, says: string): Violation => ({ path, source: `import type { Thing } from '${from}'\nexport type Other = Thing\n`, says })

const sql = 'SQL lives in core/store only.'
const sdk = "A provider's SDK is imported in core/llm/providers only."
const inside = 'core imports nothing outside core.'
const noScreen = 'core knows no window, no page and no transport.'

/** Every rule of every layer, broken once. */
export const violations: readonly Violation[] = [
  imports('core/verb1.ts', '../main/app.ts', inside),
  imports('core/verb2.ts', 'ws', noScreen),
  imports('core/verb3.ts', 'better-sqlite3', sql),
  imports('core/verb4.ts', 'openai', sdk),

  takesType('core/model/a1.ts', '../store/refs.ts', 'core/model imports nothing but itself.'),
  imports('core/model/a2.ts', '../tract.ts', 'core/model imports nothing but itself.'),
  imports('core/model/a3.ts', '../../main/app.ts', inside),
  imports('core/model/a4.ts', 'node:fs', 'core/model imports no package but zod and node:crypto.'),
  imports('core/model/a5.ts', 'drizzle-orm', 'core/model imports no package but zod and node:crypto.'),

  imports('core/store/b1.ts', '../journal/transact.ts', 'core/store imports core/model only.'),
  imports('core/store/b2.ts', '../../renderer/words/words.ts', inside),
  imports('core/store/b3.ts', '@orpc/server', noScreen),
  imports('core/store/b4.ts', '@anthropic-ai/sdk', sdk),

  imports('core/journal/c1.ts', '../history/append.ts', 'core/journal imports core/model and core/store only.'),
  imports('core/journal/c2.ts', '../../main/app.ts', inside),
  imports('core/journal/c3.ts', 'react', noScreen),
  imports('core/journal/c4.ts', 'drizzle-orm/sqlite-core', sql),
  imports('core/journal/c5.ts', 'openai/resources', sdk),

  imports('core/context/d1.ts', '../history/log.ts', 'core/context imports core/model, store and journal only.'),
  imports('core/context/d2.ts', '../../test/helpers/clock.ts', inside),
  imports('core/context/d3.ts', 'electron', noScreen),
  imports('core/context/d4.ts', 'better-sqlite3', sql),
  imports('core/context/d5.ts', 'openai', sdk),

  imports('core/history/e1.ts', '../llm/chat.ts', 'core/history imports core/model, store, journal and context only.'),
  imports('core/history/e2.ts', '../workspace.ts', 'core/history imports core/model, store, journal and context only.'),
  imports('core/history/e3.ts', '../../main/app.ts', inside),
  imports('core/history/e4.ts', 'tract-studio', noScreen),
  imports('core/history/e5.ts', 'drizzle-orm', sql),
  imports('core/history/e6.ts', '@anthropic-ai/sdk', sdk),

  imports('core/llm/f1.ts', '../session/state.ts', 'core/llm imports the layers up to core/history only.'),
  imports('core/llm/f2.ts', '../../main/app.ts', inside),
  imports('core/llm/f3.ts', 'ws', noScreen),
  imports('core/llm/f4.ts', 'better-sqlite3', sql),
  takesType('core/llm/f5.ts', '@anthropic-ai/sdk', sdk),

  imports('core/llm/providers/g1.ts', '../../history/append.ts', 'A provider imports core/model, core/context and core/llm only.'),
  imports('core/llm/providers/g2.ts', '../../../main/app.ts', inside),
  imports('core/llm/providers/g3.ts', 'electron', noScreen),
  imports('core/llm/providers/g4.ts', 'better-sqlite3', sql),

  imports('core/session/h1.ts', '../llm/chat.ts', 'core/session imports the layers up to core/history only.'),
  imports('core/session/h2.ts', '../../main/app.ts', inside),
  imports('core/session/h3.ts', 'ws', noScreen),
  imports('core/session/h4.ts', 'better-sqlite3', sql),
  imports('core/session/h5.ts', 'openai', sdk),

  imports('core/fsck/t1.ts', '../llm/chat.ts', 'core/fsck imports the layers up to core/history only.'),
  imports('core/fsck/t2.ts', '../workspace.ts', 'core/fsck imports the layers up to core/history only.'),
  imports('core/fsck/t3.ts', '../../main/app.ts', inside),
  imports('core/fsck/t4.ts', 'ws', noScreen),
  imports('core/fsck/t5.ts', 'better-sqlite3', sql),
  imports('core/fsck/t6.ts', 'openai', sdk),
  imports('core/history/e7.ts', '../fsck/fsck.ts', 'core/history imports core/model, store, journal and context only.'),

  imports('core/capabilities/i1.ts', '../policies/evaluate.ts', 'core/capabilities imports neither policies, orchestrator, agents nor the facades.'),
  imports('core/capabilities/i2.ts', '../../main/app.ts', inside),
  imports('core/capabilities/i3.ts', 'ws', noScreen),
  imports('core/capabilities/i4.ts', 'better-sqlite3', sql),
  imports('core/capabilities/i5.ts', 'openai', sdk),

  imports('core/proposals/p1.ts', '../capabilities/checkCall.ts', 'core/proposals imports the layers up to core/llm only.'),
  imports('core/proposals/p2.ts', '../../main/app.ts', inside),
  imports('core/proposals/p3.ts', 'ws', noScreen),
  imports('core/proposals/p4.ts', 'better-sqlite3', sql),
  imports('core/proposals/p5.ts', 'openai', sdk),

  imports('core/policies/j1.ts', '../orchestrator/run.ts', 'core/policies imports the layers up to core/proposals and core/capabilities only.'),
  imports('core/policies/j2.ts', '../../main/app.ts', inside),
  imports('core/policies/j3.ts', 'ws', noScreen),
  imports('core/policies/j4.ts', 'better-sqlite3', sql),
  imports('core/policies/j5.ts', 'openai', sdk),

  imports('core/orchestrator/k1.ts', '../tract.ts', 'core/orchestrator imports no facade.'),
  imports('core/orchestrator/k2.ts', '../../main/app.ts', inside),
  imports('core/orchestrator/k3.ts', 'ws', noScreen),
  imports('core/orchestrator/k4.ts', 'better-sqlite3', sql),
  imports('core/orchestrator/k5.ts', 'openai', sdk),

  imports('core/agents/l1.ts', '../index.ts', 'core/agents imports no facade.'),
  imports('core/agents/l2.ts', '../../main/app.ts', inside),
  imports('core/agents/l3.ts', 'ws', noScreen),
  imports('core/agents/l4.ts', 'better-sqlite3', sql),
  imports('core/agents/l5.ts', 'openai', sdk),

  imports('main/m1.ts', './web/host.ts', 'A host is imported by nobody: the shared part of main knows neither.'),
  imports('main/handlers/m2.ts', '../electron/window.ts', 'A host is imported by nobody: the shared part of main knows neither.'),
  imports('main/m3.ts', '../renderer/words/words.ts', 'main imports core and main only.'),
  imports('main/handlers/m4.ts', 'electron', 'electron is imported in main/electron and preload only.'),
  imports('main/m5.ts', 'react', 'main draws nothing.'),
  imports('main/handlers/m6.ts', 'better-sqlite3', sql),
  imports('main/m7.ts', 'openai', sdk),

  imports('main/contract/n1.ts', '../../core/history/log.ts', 'main/contract imports core/model only: the page sees its types.'),
  imports('main/contract/n2.ts', '../handlers/router.ts', 'main/contract imports no other part of main.'),
  imports('main/contract/n3.ts', '../../preload/bridge.ts', 'main imports core and main only.'),
  imports('main/contract/n4.ts', 'electron', 'electron is imported in main/electron and preload only.'),
  imports('main/contract/n5.ts', 'react', 'main draws nothing.'),
  imports('main/contract/n6.ts', 'drizzle-orm', sql),
  imports('main/contract/n7.ts', 'openai', sdk),

  imports('main/web/o1.ts', '../electron/window.ts', 'The web host imports nothing of the Electron host.'),
  imports('main/web/o2.ts', '../../renderer/words/words.ts', 'main imports core and main only.'),
  imports('main/web/o3.ts', 'electron', 'electron is imported in main/electron and preload only.'),
  imports('main/web/o4.ts', 'react', 'main draws nothing.'),
  imports('main/web/o5.ts', 'better-sqlite3', sql),
  imports('main/web/o6.ts', 'openai', sdk),

  imports('main/electron/p1.ts', '../web/host.ts', 'The Electron host imports nothing of the web host.'),
  imports('main/electron/p2.ts', '../../renderer/words/words.ts', 'main/electron imports core, main and the types of preload only.'),
  imports('main/electron/p3.ts', '../../preload/bridge.ts', 'main/electron takes only types from preload.'),
  imports('main/electron/p4.ts', 'react', 'main draws nothing.'),
  imports('main/electron/p5.ts', 'better-sqlite3', sql),
  imports('main/electron/p6.ts', 'openai', sdk),

  imports('preload/q1.ts', '../main/app.ts', 'preload takes only types from core and main.'),
  imports('preload/q2.ts', '../renderer/connect.ts', 'preload imports electron and itself only.'),
  imports('preload/q3.ts', 'zod', 'A sandboxed preload script can load no package but electron.'),
  imports('preload/q4.ts', 'node:fs', 'A sandboxed preload script can load no package but electron.'),

  imports('renderer/chat/r1.ts', '../../core/model/ids.ts', 'The page takes only types from core/model.'),
  { path: 'renderer/chat/r2.ts', source: "export const later = async () => import('../../core/model/ids.ts')\n", says: 'The page takes only types from core/model.' },
  { path: 'renderer/chat/r3.ts', source: "export { thing } from '../../core/model/ids.ts'\n", says: 'The page takes only types from core/model.' },
  takesType('renderer/chat/r4.ts', '../../core/history/log.ts', 'Of core the page sees only the types of core/model.'),
  takesType('renderer/r5.ts', '../core/tract.ts', 'Of core the page sees only the types of core/model.'),
  imports('renderer/chat/r6.ts', '../../main/contract/contract.ts', 'The page takes only types from main/contract.'),
  takesType('renderer/chat/r7.ts', '../../main/handlers/router.ts', 'Of main the page sees only the types of main/contract.'),
  takesType('renderer/chat/r8.ts', '../../main/app.ts', 'Of main the page sees only the types of main/contract.'),
  imports('renderer/r9.ts', '../preload/index.ts', 'The page takes only types from preload.'),
  imports('renderer/r10.ts', '../test/helpers/clock.ts', 'The page imports no test, script or build.'),
  imports('renderer/r11.ts', 'node:fs', 'The page runs in a browser: no Node, no Electron, no SQL, no SDK.'),
  imports('renderer/r12.ts', 'electron', 'The page runs in a browser: no Node, no Electron, no SQL, no SDK.'),
  imports('renderer/r13.ts', 'better-sqlite3', 'The page runs in a browser: no Node, no Electron, no SQL, no SDK.'),

  imports('test/s1.ts', 'electron', 'Importing electron outside Electron starts a download.'),
  imports('bench/s2.ts', 'electron', 'Importing electron outside Electron starts a download.'),
  imports('scripts/s3.ts', 'electron', 'Importing electron outside Electron starts a download.'),
  imports('some.config.ts', 'electron', 'Importing electron outside Electron starts a download.'),
]

/** What each layer may do. */
export const allowed: readonly Omit<Violation, 'says'>[] = [
  imports('core/ok.ts', './history/append.ts', ''),
  imports('core/model/ok.ts', 'zod', ''),
  imports('core/model/ok2.ts', 'node:crypto', ''),
  imports('core/store/ok.ts', '../model/ids.ts', ''),
  imports('core/store/ok2.ts', 'better-sqlite3', ''),
  imports('core/store/ok3.ts', 'drizzle-orm/sqlite-core', ''),
  imports('core/journal/ok.ts', '../store/refs.ts', ''),
  imports('core/context/ok.ts', '../store/commits.ts', ''),
  imports('core/history/ok.ts', '../journal/transact.ts', ''),
  imports('core/history/ok2.ts', '../context/compile.ts', ''),
  imports('core/llm/ok.ts', '../history/append.ts', ''),
  imports('core/llm/providers/ok.ts', 'openai', ''),
  imports('core/llm/providers/ok2.ts', '@anthropic-ai/sdk', ''),
  imports('core/llm/providers/ok3.ts', '../client.ts', ''),
  imports('core/session/ok.ts', '../history/log.ts', ''),
  imports('core/fsck/ok.ts', '../history/names.ts', ''),
  imports('core/ok2.ts', './fsck/fsck.ts', ''),
  imports('core/capabilities/ok.ts', '../history/log.ts', ''),
  imports('core/proposals/ok.ts', '../history/log.ts', ''),
  imports('core/policies/ok.ts', '../proposals/propose.ts', ''),
  imports('core/orchestrator/ok.ts', '../policies/evaluate.ts', ''),
  imports('core/agents/ok.ts', '../orchestrator/run.ts', ''),
  imports('main/ok.ts', '../core/workspace.ts', ''),
  imports('main/handlers/ok.ts', '../app.ts', ''),
  imports('main/contract/ok.ts', '../../core/model/ids.ts', ''),
  imports('main/web/ok.ts', 'ws', ''),
  imports('main/web/ok2.ts', '../app.ts', ''),
  imports('main/electron/ok.ts', 'electron', ''),
  takesType('main/electron/ok2.ts', '../../preload/bridge.ts', ''),
  imports('preload/ok.ts', 'electron', ''),
  takesType('preload/ok2.ts', '../main/contract/contract.ts', ''),
  takesType('renderer/chat/ok.ts', '../../core/model/ids.ts', ''),
  takesType('renderer/chat/ok2.ts', '../../main/contract/contract.ts', ''),
  imports('renderer/chat/ok3.ts', '../words/words.ts', ''),
  imports('renderer/chat/ok4.ts', 'react', ''),
  takesType('renderer/ok5.ts', '../preload/bridge.ts', ''),
  imports('test/ok.ts', '../core/store/refs.ts', ''),
  takesType('test/ok2.ts', 'electron', ''),
]
