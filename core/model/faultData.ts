import type { Autonomy, Risk } from './autonomy.ts'
import type { LLMTask } from './config.ts'
import type { BudgetStatus } from './budget.ts'
import type { ContentType, Role } from './content.ts'
import type { FsckReport } from './fsck.ts'
import type { CommitKind } from './commit.ts'
import type { CommitHash, ConflictId, EpochMs, MergeId, MessageId, OperationId, RunId } from './ids.ts'
import type { RefMove } from './refs.ts'
import type { None } from './json.ts'

/** The facts that belong to each code. A code without a row in `faultTable` doesn't compile. */
export interface FaultData {
  'value/not-json': { readonly path: string; readonly found: string }
  'content/invalid': { readonly type: string; readonly problems: readonly string[] }
  'content/empty': None
  'ref/not-found': { readonly ref: string; readonly similar: readonly string[]; /** What was handed in was no text, but this. */ readonly given?: string }
  'ref/ambiguous': { readonly ref: string; readonly candidates: readonly CommitHash[] }
  'ref/bad-name': { readonly name: string; readonly found: string }
  'ref/no-commits': { readonly branch: string }
  'head/detached': { readonly commit: CommitHash }
  'branch/not-found': { readonly name: string; readonly similar: readonly string[]; /** What goes by that name instead. */ readonly is?: 'tag' | 'commit' }
  'branch/exists': { readonly name: string }
  'edit/target-missing': { readonly target: string; readonly branch: string }
  'edit/type-mismatch': { readonly expected: ContentType; readonly actual: ContentType; /** Where only the role differs. */ readonly roles?: { readonly expected: Role; readonly actual: Role } }
  'annotate/not-a-message': { readonly ref: string; readonly kind: CommitKind }
  'ref/not-a-message': { readonly ref: string; readonly kind: CommitKind }
  'ref/other-tract': { readonly ref: string; readonly tract: string }
  'branch/current': { readonly name: string }
  'branch/unmerged': { readonly name: string; readonly commits: number }
  'tag/exists': { readonly name: string }
  'tag/not-found': { readonly name: string; readonly similar: readonly string[] }
  'merge/unrelated': { readonly branch: string }
  'merge/itself': { readonly branch: string }
  'merge/in-progress': { readonly id: MergeId; readonly branch: string; readonly into: string }
  'merge/none-pending': None
  'merge/no-such-conflict': { readonly conflict: string }
  'merge/bad-resolution': { readonly conflict: string; readonly found: string }
  'merge/unresolved': { readonly conflicts: readonly ConflictId[] }
  'merge/stale': { readonly moved: readonly RefMove[] }
  'rebase/not-own': { readonly refs: readonly string[]; readonly onto: string }
  'pick/already-here': { readonly messages: readonly MessageId[]; readonly how: 'shown' | 'skipped' | 'covered' | 'expanded' }
  'pick/in-summary': { readonly message: MessageId; readonly summary: MessageId }
  'pick/merge': { readonly ref: string; readonly kind: CommitKind }
  'compress/bad-range': { readonly from: string; readonly to: string; readonly found: string }
  'compress/runs-mismatch': { readonly runs: readonly (readonly MessageId[])[]; readonly texts: number; readonly pinned: readonly MessageId[] }
  'compress/empty': { readonly run: number }
  'compress/longer': { readonly originalTokens: number; readonly summaryTokens: number }
  'compress/unfinished': { readonly run: number }
  'compress/busy': { readonly branch: string }
  'compress/nothing': { readonly holds: 'empty' | 'allPinned' | 'allSkipped' }
  'draft/not-found': { readonly id: string }
  'draft/closed': { readonly id: string }
  'draft/stale': { readonly id: string }
  'expand/not-a-summary': { readonly ref: string }
  'expand/already': { readonly summary: MessageId }
  'expand/inside-another': { readonly summary: MessageId; readonly inside: readonly MessageId[] }
  'proposal/not-found': { readonly id: string }
  'proposal/closed': { readonly id: string; readonly state: string }
  'proposal/busy': { readonly id: string }
  'policy/name-taken': { readonly name: string }
  'operation/not-found': { readonly id: string }
  'undo/not-yours': { readonly verb: string; readonly by: string }
  'orchestrator/already-attached': { readonly tract: string }
  'orchestrator/running': { readonly runId: RunId }
  'orchestrator/not-paused': { readonly state: string }
  'orchestrator/no-such-run': { readonly run: string }
  'tool/unknown': { readonly tool: string; readonly similar: readonly string[] }
  'tool/not-in-profile': { readonly tool: string; readonly profile: string }
  'tool/bad-arguments': { readonly tool: string; readonly problems: readonly string[] }
  'tool/not-allowed': { readonly tool: string; readonly risk: Risk; readonly ceiling: Autonomy }
  'query/unknown-field': { readonly field: string; readonly similar: readonly string[] }
  'query/bad-operator': { readonly field: string; readonly operator: string }
  'search/bad-query': { readonly found: string }
  'content/type-changed': { readonly type: string; readonly found: string }
  'object/damaged': { readonly hash: string }
  'object/erased': { readonly hash: string; readonly at: EpochMs }
  'gc/not-clean': { readonly report: FsckReport }
  'undo/purged': { readonly by: OperationId; readonly at: EpochMs }
  'budget/exceeded': BudgetStatus
  /** `asked`: a model was to be asked in it. */
  'batch/async': { readonly asked?: true }
  'input/invalid': { readonly problems: readonly string[] }
  'cursor/bad': { readonly cursor: string }
  'config/bad-value': { readonly field: string; readonly found: string }
  'llm/no-client': { readonly task: LLMTask }
  'llm/no-model': { readonly task: LLMTask }
  'llm/no-key': { readonly client: string }
  'llm/key-for-other-host': { readonly client: string; readonly host: string; readonly boundTo: string }
  'llm/auth': { readonly client: string; readonly host: string; readonly status: number }
  'llm/rate-limited': { readonly client: string; readonly retryAt: EpochMs | null }
  'llm/overloaded': { readonly client: string; readonly status: number | null }
  'llm/unreachable': { readonly client: string; readonly url: string; readonly reason: string; /** This machine has no way out at all. */ readonly isOffline?: true }
  'llm/model-not-found': { readonly client: string; readonly model: string; /** What brings it to one's own machine. */ readonly command?: string }
  'llm/refused-payload': { readonly client: string; readonly status: number; readonly found: string; readonly messages: readonly MessageId[] }
  'llm/too-long': { readonly client: string; readonly model: string; /** In tokens, where the provider told. */ readonly limit: number | null; readonly sent: number | null; /** Its own sentence. */ readonly found: string }
  'llm/protocol': { readonly client: string; readonly found: string }
  'llm/incomplete': { readonly client: string; readonly found: string }
  'llm/stalled': { readonly client: string; readonly waitMs: number }
  'llm/paused': { readonly client: string; readonly failures: number; readonly retryAt: EpochMs; readonly waitMs: number }
  'llm/script-ended': { readonly answers: number }
  'chat/nothing-pending': None
  'chat/busy': { readonly branch: string }
  'call/not-found': { readonly id: string }
  'call/none': { readonly ref: string }
  'partial/not-found': { readonly id: string }
  'tract/not-found': { readonly name: string; readonly similar: readonly string[] }
  'tract/name-taken': { readonly name: string }
  'tract/bad-name': { readonly name: string; readonly found: string }
  'journal/no-such-seq': { readonly seq: number; readonly last: number; /** Where the tract begins. */ readonly first?: number }
  'file/not-found': { readonly path: string }
  'file/not-tract': { readonly path: string; readonly found: string }
  'file/newer': { readonly path: string; readonly version: number }
  'file/older': { readonly path: string; readonly version: number }
  'file/damaged': { readonly path: string; readonly found: string }
  'file/busy': { readonly path: string }
  'file/read-only': { readonly path: string }
  'file/full': { readonly path: string }
  'file/moved': { readonly path: string }
  'file/foreign-log': { readonly path: string; readonly aside: string }
  'file/unusable': { readonly path: string; readonly found: string }
  'file/exists': { readonly name: string }
  'file/exists-open': { readonly path: string }
  'file/save-failed': { readonly path: string; readonly found: string }
  'file/bad-name': { readonly name: string; readonly found: string }
  'file/no-dialog': None
  'file/closed': { readonly path: string | null }
  'file/bad-handle': { readonly handle: string }
  'provider/not-found': { readonly id: string }
  'provider/built-in': { readonly name: string }
  'settings/bad-value': { readonly field: string; readonly found: string }
  'settings/unreadable': { readonly path: string; readonly found: string }
  'runtime/old-node': { readonly version: string; readonly needed: string }
  'runtime/old-sqlite': { readonly version: string; readonly needed: string }
  'internal/bug': { readonly what: string }
}
