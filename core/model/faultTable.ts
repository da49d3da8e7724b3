import type { FaultData } from './faultData.ts'
import type { FaultKind } from './faultKind.ts'
import type { EpochMs } from './ids.ts'

type Row<Code extends keyof FaultData> = {
  readonly kind: FaultKind
  readonly message: (data: FaultData[Code]) => string
  /** What to do about it. */
  readonly hint?: (data: FaultData[Code]) => string | null
  /** Absent: nothing was lost. */
  readonly lost?: (data: FaultData[Code]) => string
  readonly retryable?: boolean
}

const didYouMean = (similar: readonly string[]): string | null => (similar[0] === undefined ? null : `Did you mean "${similar[0]}"?`)
/** Said of a name, and then the hint tells the way out. */
export const looksLikeCommit = 'it could be taken for a commit'

function notFound({ ref, given }: FaultData['ref/not-found']): string {
  if (given !== undefined) return `A reference is a text, not ${given}.`
  return ref === '-' ? 'HEAD has not been anywhere else yet.' : `No branch, tag or commit is called "${ref}".`
}

function refHint({ ref, similar, given }: FaultData['ref/not-found']): string | null {
  if (given !== undefined) return 'Pass the `hash` of a commit, or a name.'
  return didYouMean(similar) ?? (/^[0-9a-f]{1,3}$/i.test(ref) ? 'The beginning of a hash needs four characters or more.' : null)
}

function otherKind({ expected, actual, roles }: FaultData['edit/type-mismatch']): string {
  if (roles) return `This message has the role ${roles.expected}; a correction can't give it the role ${roles.actual}.`
  return `This message is of type ${expected}; a correction can't make it ${actual}.`
}

const short = (ref: string): string => (/^[0-9a-f]{64}$/.test(ref) ? ref.slice(0, 8) : ref)
const nothingLeft = { empty: 'no message is there', allPinned: 'every message is pinned', allSkipped: 'every message is hidden or summarised already' }
const alreadyHere = { shown: '', skipped: ', hidden', covered: ', inside a summary', expanded: ': the summary was expanded' } as const
const alreadyHint = {
  shown: 'Pick it as a copy if you want it twice.', skipped: 'Show it again instead of picking it.', covered: 'Expand the summary instead of picking it.',
  expanded: 'What it stood for is shown. Compress again, or pick a copy.',
} as const
const lengthWords = (limit: number | null, sent: number | null): string => (limit === null ? '' : sent === null ? `, which takes ${limit} tokens` : `: ${sent} of ${limit} tokens`)
const dayOf = (at: EpochMs): string => new Date(at).toISOString().slice(0, 10)
const seconds = (ms: number): string => `${Math.round(ms / 1000)} s`

/** What people read, code by code: what happened, and in the hint what to do. */
export const faultTable: { readonly [Code in keyof FaultData]: Row<Code> } = {
  'value/not-json': { kind: 'user', message: ({ path, found }) => `The value at ${path} can't be stored: ${found}.`, hint: () => 'Only plain JSON can be stored: objects, lists, text, finite numbers, true, false and null.' },
  'content/invalid': { kind: 'user', message: ({ type, problems }) => `This is not a valid ${type === '' ? '' : `${type} `}message: ${problems.join('; ')}.` },
  'content/empty': { kind: 'user', message: () => 'There is nothing to send.', hint: () => 'Write something first.' },
  'ref/not-found': { kind: 'user', message: notFound, hint: refHint },
  'ref/ambiguous': { kind: 'user', message: ({ ref, candidates }) => `"${ref}" could mean ${candidates.length} commits.`, hint: ({ candidates }) => `Use more characters: ${candidates.slice(0, 4).map((hash) => hash.slice(0, 12)).join(', ')}.` },
  'ref/bad-name': { kind: 'user', message: ({ name, found }) => `"${name}" can't be the name of a branch or tag: ${found}.`, hint: ({ name, found }) => (found === looksLikeCommit ? `Add a letter after f or a dash, for instance v${name}.` : 'Use letters, digits and . _ - /') },
  'ref/no-commits': { kind: 'user', message: ({ branch }) => `Branch "${branch}" has no commits yet.`, hint: () => 'Say something on it first.' },
  'head/detached': { kind: 'user', message: ({ commit }) => `You are looking at commit ${short(commit)}, not at a branch, so nothing can be written here.`, hint: () => "Start a branch here with `branch()`, or go back with `checkout('-')`." },
  'branch/not-found': { kind: 'user', message: ({ name }) => `There is no branch "${name}".`, hint: ({ is, similar }) => (is === undefined ? didYouMean(similar) : `That is a ${is}: look at it with \`checkout\`, or make a branch there.`) },
  'branch/exists': { kind: 'user', message: ({ name }) => `There is already a branch "${name}".`, hint: () => 'Choose another name, or switch to it.' },
  'edit/target-missing': { kind: 'user', message: ({ target, branch }) => `The message ${short(target)} is not in the history of "${branch}".`, hint: () => 'Switch to the branch that has it.' },
  'edit/type-mismatch': { kind: 'user', message: otherKind, hint: () => 'Keep the type and role, or hide the message and add another one.' },
  'annotate/not-a-message': { kind: 'user', message: ({ ref, kind }) => `"${short(ref)}" is a ${kind}, not a message.`, hint: () => 'Name the message itself.' },
  'ref/not-a-message': { kind: 'user', message: ({ ref, kind }) => `"${short(ref)}" is a ${kind}, which stands for no message.`, hint: () => 'Name one of the messages it is about.' },
  'ref/other-tract': { kind: 'user', message: ({ ref, tract }) => `The commit ${short(ref)} belongs to another tract, "${tract}".`, hint: () => 'Open that tract to work with it.' },
  'branch/current': { kind: 'user', message: ({ name }) => `You are on "${name}", so it can't be deleted.`, hint: () => 'Switch to another branch first.' },
  'branch/unmerged': { kind: 'user', message: ({ name, commits }) => `"${name}" has ${commits} ${commits === 1 ? 'commit' : 'commits'} that no other branch or tag holds.`, hint: () => 'Merge it, tag it, or delete it by force. Deleting can be undone.' },
  'tag/exists': { kind: 'user', message: ({ name }) => `There is already a tag "${name}".`, hint: () => 'A tag stays where it is. Choose another name, or delete it first.' },
  'tag/not-found': { kind: 'user', message: ({ name }) => `There is no tag "${name}".`, hint: ({ similar }) => didYouMean(similar) },
  'merge/unrelated': { kind: 'user', message: ({ branch }) => `"${branch}" has no history in common with this branch.`, hint: () => 'Allow unrelated histories if you want both in one context.' },
  'merge/itself': { kind: 'user', message: ({ branch }) => `"${branch}" is the branch you are on.`, hint: () => 'Name another one.' },
  'merge/in-progress': { kind: 'user', message: ({ branch, into }) => `A merge of "${branch}" into "${into}" waits for decisions.`, hint: () => 'Finish or drop it first.' },
  'merge/none-pending': { kind: 'user', message: () => 'No merge waits for decisions here.' },
  'merge/no-such-conflict': { kind: 'user', message: ({ conflict }) => `The waiting merge has no conflict ${conflict}.`, hint: () => 'It may have gone when the merge was refreshed.' },
  'merge/bad-resolution': { kind: 'user', message: ({ conflict, found }) => `The conflict ${conflict} can't be settled that way: ${found}.` },
  'merge/unresolved': { kind: 'user', message: ({ conflicts }) => `${conflicts.length} ${conflicts.length === 1 ? 'conflict is' : 'conflicts are'} still open.`, hint: () => 'Decide each of them, or drop the merge.' },
  'merge/stale': { kind: 'user', message: ({ moved }) => `${moved.map(({ ref }) => `"${ref}"`).join(' and ')} moved since this merge was prepared.`, hint: () => 'Refresh it: what you decided is kept wherever both sides are as they were.' },
  'rebase/not-own': { kind: 'user', message: ({ refs, onto }) => `A rebase onto "${short(onto)}" can't leave ${refs.map(short).join(', ')} behind: it lies before that, or on another branch.`, hint: () => 'Rebase onto a commit before it.' },
  'pick/already-here': { kind: 'user', message: ({ how }) => `That message is already here${alreadyHere[how]}.`, hint: ({ how }) => alreadyHint[how] },
  'pick/in-summary': { kind: 'user', message: () => 'A summary on this branch already stands for that message.', hint: () => 'Expand the summary, or pick a copy.' },
  'pick/merge': { kind: 'user', message: ({ ref, kind }) => `"${short(ref)}" is a ${kind}: it brings many changes at once and can't be picked.`, hint: () => 'Pick the commits that it brought in.' },
  'compress/bad-range': { kind: 'user', message: ({ from, to, found }) => `Nothing can be compressed from ${short(from)} to ${short(to)}: ${found}.` },
  'compress/runs-mismatch': { kind: 'user', message: ({ runs, texts }) => `What is to be compressed lies in ${runs.length} ${runs.length === 1 ? 'piece' : 'pieces'}, and there ${texts === 1 ? 'is 1 text' : `are ${texts} texts`}.`, hint: () => 'Pinned and unlisted messages split it. Give one text for each piece.' },
  'compress/empty': { kind: 'user', message: ({ run }) => `The summary of piece ${run + 1} is empty.`, hint: () => 'Your history is unchanged.' },
  'compress/longer': { kind: 'user', message: ({ originalTokens, summaryTokens }) => `The summary has ${summaryTokens} tokens, more than the ${originalTokens} that it would replace.`, hint: () => 'Your history is unchanged. Write a shorter one.' },
  'compress/unfinished': { kind: 'user', message: ({ run }) => `The summary of piece ${run + 1} was stopped before its end.`, hint: () => 'Write its end, choose another version, or have it written anew. Your history is unchanged.' },
  'compress/busy': { kind: 'user', message: ({ branch }) => `A summary is already being written on "${branch}".`, hint: () => 'Stop it first, or wait for its end.' },
  'compress/nothing': { kind: 'user', message: ({ holds }) => `There is nothing to compress here: ${nothingLeft[holds]}.` },
  'draft/not-found': { kind: 'user', message: ({ id }) => `There is no compression ${id} on this tract.` },
  'draft/closed': { kind: 'user', message: () => 'That compression was approved or rejected already.', hint: () => 'Undo brings it back to decide anew.' },
  'draft/stale': { kind: 'user', message: () => 'The messages of this compression changed since it was drafted.', hint: () => 'Look at them again: refresh it, or reject it. Nothing was compressed.' },
  'expand/not-a-summary': { kind: 'user', message: ({ ref }) => `"${short(ref)}" is no summary on this branch.` },
  'expand/already': { kind: 'user', message: () => 'That summary is expanded already.' },
  'expand/inside-another': { kind: 'user', message: () => 'That summary stands inside another one.', hint: () => 'Expand the outer one first.' },
  'proposal/not-found': { kind: 'user', message: () => 'There is no such proposal.' },
  'proposal/closed': { kind: 'user', message: ({ state }) => `That proposal can't be decided any more: it is ${state}.`, hint: ({ state }) => (state === 'executed' || state === 'rejected' ? 'Undo brings it back to decide anew.' : 'What still holds will be proposed anew.') },
  'proposal/busy': { kind: 'user', message: () => 'That proposal is being carried out.', hint: () => 'Wait until the model has written.' },
  'policy/name-taken': { kind: 'user', message: ({ name }) => `Two policies are called "${name}".`, hint: () => 'Give each a name of its own.' },
  'operation/not-found': { kind: 'user', message: ({ id }) => `Nothing was done under ${id} on this tract.` },
  'undo/not-yours': { kind: 'user', message: ({ verb, by }) => `The latest act (${verb}) was done by ${by}.`, hint: () => 'Only your own acts can be taken back this way.' },
  'orchestrator/already-attached': { kind: 'user', message: ({ tract }) => `"${tract}" has an orchestrator already.`, hint: () => 'There is one a tract: dispose that one first.' },
  'orchestrator/running': { kind: 'user', message: () => 'The orchestrator is at work.', hint: () => 'Pause or stop it first.' },
  'orchestrator/not-paused': { kind: 'user', message: ({ state }) => `Nothing is paused: the orchestrator is ${state}.`, hint: () => 'Start a new run.' },
  'orchestrator/no-such-run': { kind: 'user', message: ({ run }) => `There was no run "${run}" on this tract.` },
  'tool/unknown': { kind: 'user', message: ({ tool }) => `There is no tool "${tool}".`, hint: ({ similar }) => didYouMean(similar) },
  'tool/not-in-profile': { kind: 'user', message: ({ tool, profile }) => `The profile "${profile}" doesn't have the tool "${tool}".`, hint: () => 'Use the tools that were offered.' },
  'tool/bad-arguments': { kind: 'user', message: ({ tool, problems }) => `The arguments for "${tool}" can't be used: ${problems.join('; ')}.`, hint: () => 'Nothing was done. Send them whole, and only the fields of the schema.' },
  'tool/not-allowed': { kind: 'user', message: ({ tool, ceiling }) => `"${tool}" may not run: the autonomy is ${ceiling}, and nobody is there to approve it.`, hint: () => 'Nothing was done.' },
  'query/unknown-field': { kind: 'user', message: ({ field }) => `There is no setting "${field}".`, hint: ({ similar }) => didYouMean(similar) },
  'query/bad-operator': { kind: 'user', message: ({ field, operator }) => `"${operator}" can't be asked of ${field}.`, hint: () => 'A value, or one of ne, lt, lte, gt, gte, in.' },
  'search/bad-query': { kind: 'user', message: ({ found }) => `That can't be searched for: ${found}.` },
  'content/type-changed': { kind: 'user', message: ({ type, found }) => `The content type "${type}" is in use and can't change: ${found}.`, hint: () => 'Register a new type under another name.' },
  'object/damaged': { kind: 'environment', message: ({ hash }) => `${short(hash)} doesn't match its fingerprint: the file is damaged there.`, hint: () => 'Everything else is fine. Check the file, or open a backup.' },
  'object/erased': { kind: 'user', message: ({ hash, at }) => `What ${short(hash)} said went for good on ${dayOf(at)}: only its fingerprint is there.`, hint: () => 'A correction gives it a new text.' },
  'gc/not-clean': { kind: 'environment', message: ({ report }) => `Nothing is cleaned up in a file that is not sound. ${report.findings[0]?.text ?? 'The check found damage.'}`, hint: () => 'Nothing was removed. Write a repaired copy of the file and work in that one.' },
  'undo/purged': { kind: 'user', message: ({ at }) => `That needs steps that a clean-up removed for good on ${dayOf(at)}.`, hint: () => 'What was removed can\'t come back. Everything else is as it was.' },
  'budget/exceeded': { kind: 'user', message: ({ max, used }) => `This would make the context ${used} tokens, over its budget of ${max}. Nothing was added.`, hint: () => 'Hide or compress messages, or raise the budget.' },
  'batch/async': {
    kind: 'user', message: ({ asked }) => (asked ? "A model can't be asked inside a batch or a dry run: it would answer when that is over. It was not asked." : 'The body of a batch must be synchronous. What it did before it first waited was taken back.'),
    hint: ({ asked }) => (asked ? 'Ask it before or after.' : 'Ask the model before or after the batch: what an async body does after waiting is not part of it.'),
  },
  'input/invalid': { kind: 'user', message: ({ problems }) => `That can't be used: ${problems.join('; ')}.` },
  'cursor/bad': { kind: 'user', message: ({ cursor }) => `"${cursor}" is not a cursor of this list.`, hint: () => 'Hand back the `next` of the page before.' },
  'config/bad-value': { kind: 'user', message: ({ field, found }) => `The setting ${field} can't be ${found}.` },
  'llm/no-client': { kind: 'user', message: ({ task }) => `No model is connected for ${task}.`, hint: () => 'Add a provider (in a program: `configureClients`), or use the offline demo model.' },
  'llm/no-model': { kind: 'user', message: ({ task }) => `No model is chosen for ${task}.`, hint: () => 'Choose a model.' },
  'llm/no-key': { kind: 'user', message: ({ client }) => `There is no key for ${client} yet.`, hint: () => 'Add one in Settings, or choose the demo model. Your text is kept.' },
  'llm/key-for-other-host': { kind: 'user', message: ({ client, host, boundTo }) => `The key of ${client} was entered for ${boundTo}, but its address is now ${host}. The key was not sent.`, hint: () => 'Enter the key again in Settings if this address may have it. Your text is kept.' },
  'llm/auth': { kind: 'environment', message: ({ client, host, status }) => `${client} refused the key for ${host} (${status}).`, hint: () => 'Check the key in Settings. Your message is kept: retry when it is mended.' },
  'llm/rate-limited': { kind: 'environment', message: ({ client }) => `${client} asks to wait: its rate limit is reached.`, hint: () => 'Your message is kept. Wait, or use another model.', retryable: true },
  'llm/overloaded': { kind: 'environment', message: ({ client, status }) => `${client} is busy${status === null ? '' : ` (${status})`}.`, hint: () => 'Your message is kept. Try again in a moment.', retryable: true },
  'llm/unreachable': { kind: 'environment', message: ({ client, url }) => `${client} does not answer at ${url}.`, hint: ({ reason }) => `${reason}. Check that the server runs and the address is right; your message is kept.`, retryable: true },
  'llm/model-not-found': { kind: 'user', message: ({ client, model }) => `${client} has no model called "${model}".`, hint: ({ command }) => `${command ? `Run "${command}", or choose` : 'Choose'} another model. Your message is kept.` },
  'llm/refused-payload': { kind: 'environment', message: ({ client, status }) => `${client} refused the request (${status}).`, hint: ({ found }) => found },
  'llm/too-long': { kind: 'user', message: ({ model, limit, sent }) => `This is too long for ${model}${lengthWords(limit, sent)}.`, hint: () => 'Hide steps, shorten what you wrote, or use a model with a larger window. Your message is kept.' },
  'llm/protocol': { kind: 'environment', message: ({ client, found }) => `${client} answered in a way that is not its protocol: ${found}.`, hint: () => 'Check the address: a login page or a proxy may be answering instead. Your message is kept.', retryable: true },
  'llm/incomplete': { kind: 'environment', message: ({ client, found }) => `The answer from ${client} ended before it was complete: ${found}.`, hint: () => 'What arrived is kept. Continue, retry, or keep it as it is.', lost: () => 'the rest of the answer, which never arrived', retryable: true },
  'llm/stalled': { kind: 'environment', message: ({ client, waitMs }) => `${client} sent nothing for ${seconds(waitMs)}, so the call was ended.`, hint: () => 'What arrived is kept. Retry, or use another model.', lost: () => 'the rest of the answer, which never arrived', retryable: true },
  'llm/paused': { kind: 'environment', message: ({ client, failures }) => `${client} failed ${failures} times in a row, so it is left alone for a moment.`, hint: ({ waitMs }) => `Your message is kept. Try again in ${seconds(waitMs)}, or use another model.`, retryable: true },
  'llm/script-ended': { kind: 'user', message: ({ answers }) => `The script has only ${answers} answers, and all were given.` },
  'chat/nothing-pending': { kind: 'user', message: () => 'There is no message that waits for an answer.', hint: () => 'Write one.' },
  'chat/busy': { kind: 'user', message: ({ branch }) => `An answer is already being written on "${branch}".`, hint: () => 'Stop it first, or wait for its end.' },
  'call/none': { kind: 'user', message: ({ ref }) => `No model call is on record for "${ref}".`, hint: () => 'Calls that `chat`, `generate` and `stream` make are on record, in the tract they were made on.' },
  'call/not-found': { kind: 'user', message: ({ id }) => `No answer is being written under ${id}.`, hint: () => 'It may have ended already.' },
  'partial/not-found': { kind: 'user', message: ({ id }) => `There is no unfinished answer ${id}.`, hint: () => 'It may have been kept or discarded already.' },
  'tract/not-found': { kind: 'user', message: ({ name }) => `There is no tract "${name}" in this file.`, hint: ({ similar }) => didYouMean(similar) },
  'tract/name-taken': { kind: 'user', message: ({ name }) => `There is already a tract "${name}" in this file.`, hint: () => 'Choose another name.' },
  'tract/bad-name': { kind: 'user', message: ({ name, found }) => `"${name}" can't be a name: ${found}.` },
  'journal/no-such-seq': { kind: 'user', message: ({ seq, first, last }) => (first !== undefined && seq < first ? `The tract begins with entry ${first} of the journal, so there is nothing to see at ${seq}.` : `The journal has no entry ${seq}; the last one is ${last}.`) },
  'file/not-found': { kind: 'user', message: ({ path }) => `There is no file ${path}.` },
  'file/not-tract': { kind: 'user', message: ({ path, found }) => `${path} is not a Tract file: ${found}. It was not touched.` },
  'file/newer': { kind: 'user', message: ({ path, version }) => `${path} was made by a newer version of Tract Studio (format ${version}). It was not touched.`, hint: () => 'Update Tract Studio to open it.' },
  'file/older': { kind: 'user', message: ({ path, version }) => `${path} has an older format (${version}) and was opened for reading only.`, hint: () => 'Open it for writing once: that brings it up to date.' },
  'file/damaged': { kind: 'environment', message: ({ path, found }) => `${path} is damaged: ${found}.`, hint: () => 'Keep the file, and open a backup.' },
  'file/busy': { kind: 'environment', message: ({ path }) => `Another program keeps ${path} locked.`, hint: () => 'Nothing was written. Try again when it has finished.', retryable: true },
  'file/read-only': { kind: 'environment', message: ({ path }) => `${path} can't be written: it was opened for reading, or it is write-protected.`, hint: () => 'Open a copy to write.' },
  'file/full': { kind: 'environment', message: ({ path }) => `There is no space left to save ${path}.`, hint: () => 'Nothing was written. Free some space and try again.', retryable: true },
  'file/foreign-log': { kind: 'environment', message: ({ path }) => `A leftover file beside ${path}, with the ending -wal, belongs to another copy of it or to another file.`, hint: ({ aside }) => `It was moved to ${aside}, and the file was opened without it.` },
  'file/moved': { kind: 'environment', message: ({ path }) => `${path} was moved or replaced by another program while it was open.`, hint: () => 'Put it back, or open it again from its new place. Nothing more is written until then.' },
  'file/unusable': { kind: 'environment', message: ({ path, found }) => `${path} can't be used: ${found}.`, hint: () => 'Check that its folder exists, that you may write there, and that the disk is there.' },
  'file/exists': { kind: 'user', message: ({ name }) => `There is already a file "${name}" in this folder. It was not touched.`, hint: () => 'Choose another name, or open that one.' },
  'file/exists-open': { kind: 'user', message: ({ path }) => `${path} is open, so nothing can be saved in its place.`, hint: () => 'Choose another name.' },
  'file/save-failed': { kind: 'environment', message: ({ path, found }) => `${path} could not be saved: ${found}.`, hint: () => 'What was there before is untouched, and so is the open file.' },
  'file/bad-name': { kind: 'user', message: ({ name, found }) => `"${name}" can't be a file name: ${found}.` },
  'file/no-dialog': { kind: 'user', message: () => 'No file dialog can be shown here.', hint: () => 'Choose from the list, or start with --workspace FILE.' },
  'file/closed': { kind: 'user', message: ({ path }) => `The file${path === null ? '' : ` ${path}`} is closed.`, hint: () => 'Open it again.' },
  'file/bad-handle': { kind: 'user', message: () => 'That file was not offered by this window.', hint: () => 'Choose it again.' },
  'provider/not-found': { kind: 'user', message: () => 'That provider is not in the settings.', hint: () => 'It may have been removed in another window.' },
  'provider/built-in': { kind: 'user', message: ({ name }) => `${name} comes with the app and can't be removed.`, hint: () => 'Delete its key instead.' },
  'settings/bad-value': { kind: 'user', message: ({ field, found }) => `The setting ${field} can't be ${found}.` },
  'settings/unreadable': { kind: 'environment', message: ({ path, found }) => `The settings in ${path} could not be read: ${found}.`, hint: () => 'They were set aside and the defaults are used.', lost: () => 'nothing: the old file is kept beside the new one' },
  'runtime/old-node': { kind: 'environment', message: ({ version, needed }) => `Node ${version} is too old: ${needed} or newer is needed.`, hint: () => 'Start through `npm start` or `npm test`, which bring the right one.' },
  'runtime/old-sqlite': { kind: 'environment', message: ({ version, needed }) => `SQLite ${version} is too old: ${needed} or newer is needed.`, hint: () => 'Run `npm ci`.' },
  'internal/bug': { kind: 'bug', message: ({ what }) => `Something went wrong inside Tract Studio: ${what}.`, hint: () => 'What was saved is safe. Please report this.' },
}
