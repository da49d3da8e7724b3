/** How one invariant is broken, past the library: SQL on the closed file, or on the file while it is open, or bytes. */
export type Corruptor = {
  readonly code: string
  readonly what: string
  readonly sql: string
  /** Done by another program while the workspace is open. */
  readonly whileOpen?: boolean
  /** Triggers that are not put back. */
  readonly leaves?: 'no triggers'
  /** What a repaired copy is: whole again, with the very content of before where nothing went to the quarantine. */
  readonly repair?: 'same' | 'clean'
}

const message = "(select min(id) from blobs where type = 'dialogue' and role = 'assistant')"
const last = '(select max(id) from commits)'
const compress = '(select id from commits where kind = 3)'
const merge = '(select id from commits where kind = 6)'
/** An answer that can be given to any question. */
const answer = `'{"take":"ours","by":{"kind":"user","id":"u"},"seen":""}'`

export const corruptors: readonly Corruptor[] = [
  { code: 'I-01', what: 'another mark in the header', sql: 'pragma application_id = 7', whileOpen: true },
  { code: 'I-01', what: 'no row that says which file it is', sql: 'delete from workspace', whileOpen: true },
  { code: 'I-08', what: 'a text that a commit names is gone', sql: `delete from blobs where id = ${message}` },
  { code: 'I-08', what: 'a payload of a commit that is not there', sql: "insert into payloads values (9999, '{}')", repair: 'clean' },
  { code: 'I-09', what: 'pages are no longer kept for giving back', sql: 'pragma auto_vacuum = none; vacuum' },
  { code: 'I-10', what: 'a view that is not ours', sql: 'create view evil as select 1' },
  { code: 'I-10', what: 'an index less', sql: 'drop index commits_line', repair: 'same' },
  { code: 'I-10', what: 'a column more', sql: 'alter table tracts add evil text' },
  { code: 'I-11', what: 'another word in a message', sql: `update blobs set "text" = replace("text", 'Said', 'Sang') where "text" like 'Said meanwhile%'` },
  { code: 'I-11', what: 'another size', sql: `update blobs set size_bytes = size_bytes + 1 where id = ${message}`, repair: 'same' },
  { code: 'I-12', what: 'a parent that is not there', sql: `update commits set parent = 9999 where id = ${last}` },
  { code: 'I-13', what: 'a role that its type has not', sql: "update blobs set role = 'user' where type = 'reasoning'" },
  { code: 'I-13', what: 'a content type that there is none of', sql: `update blobs set type = 'poem' where id = ${message}` },
  { code: 'I-14', what: 'another token count of a message', sql: `update blobs set tokens_o200k = tokens_o200k + 1 where id = ${message}`, repair: 'same' },
  { code: 'I-14', what: 'another token count of a correction', sql: `update blobs set tokens_o200k = tokens_o200k + 1 where id = (select blob from commits where kind = 1)`, repair: 'same' },
  { code: 'I-14', what: 'no token count', sql: `update blobs set tokens_o200k = null where id = ${message}`, repair: 'same' },
  { code: 'I-14', what: 'another total', sql: 'update commits set context_tokens = context_tokens + 1 where id = 5', repair: 'same' },
  { code: 'I-14', what: 'a message more in a context', sql: 'update commits set context_messages = context_messages + 1 where id = 5', repair: 'same' },
  { code: 'I-14', what: 'a message more in a history', sql: 'update commits set messages = messages + 1 where id = 5', repair: 'same' },
  { code: 'I-14', what: 'another encoding', sql: 'update commits set encoding = 1 where id = 5', repair: 'same' },
  { code: 'I-15', what: 'a text that belongs to nothing', sql: "insert into blobs (hash, type, rest, size_bytes) values (randomblob(32), 'note', '{}', 2)" },
  { code: 'I-17', what: 'another time of a commit', sql: 'update commits set created_at = created_at + 1 where id = 5' },
  { code: 'I-18', what: 'a commit that follows itself', sql: `update commits set parent = ${last} where id = ${last}` },
  { code: 'I-19', what: 'another generation', sql: `update commits set generation = generation + 7 where id = ${last}`, repair: 'same' },
  { code: 'I-19', what: 'another depth', sql: 'update commits set depth = depth + 1 where id = 5', repair: 'same' },
  { code: 'I-20', what: 'a merge with one parent', sql: `update commits set parent2 = null where id = ${merge}` },
  { code: 'I-20', what: 'a segment that goes on from elsewhere', sql: 'update segments set parent = 1 where id = (select max(id) from segments where parent is not null)', repair: 'same' },
  { code: 'I-20', what: 'a segment without commits', sql: 'insert into segments values (99, 1)', repair: 'same' },
  { code: 'I-21', what: 'a correction of what is not there', sql: 'update commits set target = 9999 where id = (select min(id) from commits where kind = 1)' },
  { code: 'I-21', what: 'a correction of a message of another history', sql: "update commits set target = (select c.id from commits as c join blobs as b on b.id = c.blob where b.text = 'Said meanwhile.') where id = (select max(id) from commits where kind = 1)" },
  { code: 'I-21', what: 'a copy of something else', sql: 'update commits set origin = 1 where origin is not null' },
  { code: 'I-22', what: 'an answer to a later message', sql: `update commits set responds_to = ${last} where responds_to is not null` },
  { code: 'I-23', what: 'a commit that the journal knows nothing of', sql: 'insert into commits select 9999, randomblob(32), kind, parent, parent2, segment, 9999, origin, target, blob, note, priority, responds_to, config, tract, author, created_at, messages, context_tokens, context_messages, encoding, depth, null from commits where id = 5' },
  { code: 'I-24', what: 'a content type with a role that there is none of', sql: "update custom_types set role = 'chorus'" },
  { code: 'I-24', what: 'the result of a tool that was not called', sql: `update blobs set rest = replace(rest, '"c1"', '"c2"') where type = 'tool_result'` },
  { code: 'I-25', what: 'settings that no call can be made with', sql: "update commits set config = replace(config, '0.25', '-0.25') where config is not null" },
  { code: 'I-25', what: 'a key in settings', sql: `update commits set config = '{"levels":{},"values":{"model":"sk-abcdefgh12345678"}}' where config is not null` },
  { code: 'I-26', what: 'a call that ended in no way', sql: "update calls set record = json_set(record, '$.stopReason', 'bored')" },
  { code: 'I-27', what: 'a branch with a blank in its name', sql: "update refs set name = 'a b' where name = 'side'" },
  { code: 'I-28', what: 'a branch that points at nothing', sql: 'update refs set "commit" = 9999 where name = \'side\'', repair: 'same' },
  { code: 'I-28', what: 'a branch that points into another tract', sql: `update refs set "commit" = (select max(id) from commits where tract = 2) where name = 'side'`, repair: 'same' },
  { code: 'I-29', what: 'HEAD elsewhere', sql: "update tracts set head_branch = 'side' where id = 1", repair: 'same' },
  { code: 'I-29', what: 'HEAD in two places', sql: 'update tracts set head_commit = 3 where id = 1', repair: 'same' },
  { code: 'I-30', what: 'a branch elsewhere', sql: `update refs set "commit" = 3 where name = 'side'`, repair: 'same' },
  { code: 'I-30', what: 'a branch less', sql: "delete from refs where name = 'side'", repair: 'same' },
  { code: 'I-30', what: 'a branch more', sql: `insert into refs values (1, 'made-up', 3, 5)`, repair: 'clean' },
  { code: 'I-31', what: 'a priority that there is none of', sql: 'update commits set priority = 9 where id = 3' },
  { code: 'I-31', what: 'a summary that begins pinned', sql: `update commits set priority = 1 where id = ${compress}` },
  { code: 'I-36', what: 'a summary of what is not there', sql: `update payloads set body = '{"replaces":[9999],"originalTokens":3}' where "commit" = ${compress}` },
  { code: 'I-37', what: 'a summary of what is not on its history', sql: `update payloads set body = json_set(body, '$.replaces', json_array((select id from commits where kind = 0 and tract = 2 limit 1))) where "commit" = ${compress}` },
  { code: 'I-38', what: 'another number of tokens replaced', sql: `update payloads set body = json_set(body, '$.originalTokens', 999) where "commit" = ${compress}`, repair: 'same' },
  { code: 'I-41', what: 'a summary without a word', sql: `update blobs set "text" = '' where id = (select blob from commits where kind = 3)` },
  { code: 'I-43', what: 'an entry less', sql: 'delete from journal where gseq = 7' },
  { code: 'I-43', what: 'another number in its tract', sql: 'update journal set seq = 99 where gseq = 7' },
  { code: 'I-44', what: 'another name for what was done', sql: `update journal set act = '{"verb":"gc"}' where gseq = 7` },
  { code: 'I-44', what: 'an author who has another name', sql: "update authors set name = 'not me'" },
  { code: 'I-45', what: 'two entries at one time', sql: 'update journal set at = (select at from journal where gseq = 6) where gseq = 7' },
  { code: 'I-46', what: 'another value before', sql: 'update journal set before_commit = 1 where gseq = 7' },
  { code: 'I-46', what: 'an act without a name', sql: 'update journal set act = null where gseq = 7' },
  { code: 'I-46', what: 'an author of no kind', sql: "update authors set kind = 'ghost'" },
  { code: 'I-47', what: 'another setting', sql: `update tracts set config = '{"budget":null}' where id = 1`, repair: 'same' },
  { code: 'I-47', what: 'another name', sql: "update tracts set name = 'mine' where id = 1", repair: 'same' },
  { code: 'I-47', what: 'another place of undo', sql: 'update tracts set current_operation = 1 where id = 1', repair: 'same' },
  { code: 'I-47', what: 'an operation less', sql: 'delete from operations where id = 5', repair: 'same' },
  { code: 'I-47', what: 'a call nobody made', sql: "insert into calls values ('x', 1, null, '{}')", repair: 'clean' },
  { code: 'I-47', what: 'an unfinished answer less', sql: 'delete from partials', repair: 'same' },
  { code: 'I-47', what: 'a waiting merge less', sql: 'delete from merges', repair: 'same' },
  { code: 'I-48', what: 'an undo of what was never done', sql: `update journal set act = json_set(act, '$.of', 1) where act like '%"undo"%'` },
  { code: 'I-49', what: 'a text that the journal names is gone', sql: "delete from partials; delete from blobs where id not in (select blob from commits where blob is not null union select note from commits where note is not null)" },
  { code: 'I-50', what: 'a journal that can be rewritten', sql: 'drop trigger journal_no_update', leaves: 'no triggers', repair: 'same' },
  { code: 'I-67', what: 'a call that cost less than nothing', sql: `update calls set record = json_set(record, '$.usage', json('{"inputTokens":-1,"outputTokens":2}'))` },
  { code: 'I-68', what: 'a receipt for another context', sql: `update calls set record = json_set(record, '$.contextHash', 'abc')` },
  { code: 'I-69', what: 'a cut answer that can not be read', sql: "update reply_buffers set record = 'nonsense'", repair: 'clean' },
  { code: 'I-70', what: 'a text that the index has not', sql: 'delete from search_text where rowid = 3', repair: 'same' },
  { code: 'I-71', what: 'a password in free text', sql: `update blobs set rest = '{"message":"password: hunter2hunter2"}' where type = 'note' and rest like '%recipe%'` },
  { code: 'I-72', what: 'a blank in JSON', sql: "update payloads set body = body || ' '" },
  { code: 'I-72', what: 'settings that are no JSON', sql: "update tracts set config = '{' where id = 2" },
  { code: 'I-73', what: 'a hash of 31 bytes', sql: 'update commits set hash = zeroblob(31) where id = 5' },
  { code: 'I-76', what: 'a merge that waits on a branch that is not there', sql: `update merges set record = json_set(record, '$.into', 'gone')`, repair: 'same' },
  { code: 'I-76', what: 'a merge that waits on a tag', sql: `update merges set record = json_set(record, '$.into', 'tag:v1')`, repair: 'same' },
  { code: 'I-76', what: 'a merge that waits in another tract', sql: `update merges set tract = 2, record = json_set(record, '$.into', 'theirs')`, repair: 'same' },
  { code: 'I-77', what: 'a merge of a commit that is not there', sql: `update merges set record = json_set(record, '$.theirs', '${'0'.repeat(64)}')`, repair: 'same' },
  { code: 'I-77', what: 'a merge into a commit of another tract', sql: `update merges set record = json_set(record, '$.ours', (select lower(hex(hash)) from commits where tract = 2 limit 1))`, repair: 'same' },
  { code: 'I-77', what: 'a merge with words that are not there', sql: `update merges set record = json_set(record, '$.note', '${'0'.repeat(64)}')`, repair: 'same' },
  { code: 'I-78', what: 'two merges that wait on one branch', sql: "insert into merges select 'merge_000000000000000000000000', tract, record from merges", repair: 'clean' },
  { code: 'I-79', what: 'an answer about a message of another history', sql: `update merges set record = json_set(record, '$.answers', json_object('text-' || (select substr(lower(hex(hash)), 1, 16) from commits where tract = 2 limit 1), json(${answer})))`, repair: 'same' },
  { code: 'I-79', what: 'an answer about what is no message', sql: `update merges set record = json_set(record, '$.answers', json_object('text-' || (select substr(lower(hex(hash)), 1, 16) from commits where kind = 1 limit 1), json(${answer})))`, repair: 'same' },
  { code: 'I-79', what: 'an answer to a question that there is none of', sql: `update merges set record = replace(record, '"text-', '"mood-')`, repair: 'same' },
  { code: 'I-79', what: 'an answer that keeps both of two texts', sql: `update merges set record = json_set(record, '$.answers.' || json_quote((select key from json_each(record, '$.answers'))), json('{"take":"both","by":{"kind":"user","id":"u"},"seen":""}'))`, repair: 'same' },
  { code: 'I-79', what: 'an answer in words that are not there', sql: `update merges set record = replace(record, '"blob":"', '"blob":"ff')`, repair: 'same' },
  { code: 'I-79', what: 'answers that are a list', sql: `update merges set record = json_set(record, '$.answers', json('[]'))`, repair: 'same' },
  { code: 'I-80', what: 'a compression of messages that are not there', sql: `update compressions set record = json_set(record, '$.runs[0].messages[0]', '${'0'.repeat(64)}')`, repair: 'same' },
  { code: 'I-80', what: 'a compression of messages of another tract', sql: `update compressions set record = json_set(record, '$.runs[0].messages[0]', (select lower(hex(hash)) from commits where tract = 2 limit 1))`, repair: 'same' },
  { code: 'I-80', what: 'a compression in words that are not there', sql: `update compressions set record = json_set(record, '$.runs[0].versions[0].blob', '${'0'.repeat(64)}')`, repair: 'same' },
  { code: 'I-80', what: 'a compression whose chosen words are none of its own', sql: `update compressions set record = json_set(record, '$.runs[0].chosen', 7)`, repair: 'same' },
  { code: 'I-80', what: 'a compression with wishes that are not there', sql: `update compressions set record = json_set(record, '$.wish', '${'0'.repeat(64)}')`, repair: 'same' },
  { code: 'I-16', what: 'an erased text that is still there', sql: `update blobs set "text" = 'To be erased.' where gone_by is not null and type = 'dialogue'` },
  { code: 'I-16', what: 'a text that nobody let go', sql: `update blobs set "text" = '', tokens_o200k = -1, gone_by = 7 where id = (select blob from commits where kind = 0 and tract = 1 and purged_by is null limit 1)` },
  { code: 'I-16', what: 'an erased text that is said to be there', sql: 'update blobs set gone_by = null where id = (select max(id) from blobs where gone_by is not null)' },
  { code: 'I-81', what: 'a commit that nobody let go', sql: 'update commits set purged_by = 7 where id = (select max(id) from commits where purged_by is null)' },
  { code: 'I-81', what: 'a commit that was let go and is there', sql: 'update commits set purged_by = null where purged_by is not null' },
  { code: 'I-81', what: 'a commit that was let go and still has a text', sql: 'update commits set blob = 1 where purged_by is not null' },
  { code: 'I-81', what: 'a commit on top of one that was let go', sql: 'update commits set parent = (select id from commits where purged_by is not null limit 1) where id = (select max(id) from commits where purged_by is null)' },
  { code: 'I-82', what: 'a trash with commits that are not there', sql: `update trash set record = json_set(record, '$.commits', json('[[99990,99999]]'))` },
  { code: 'I-47', what: 'a trash less', sql: 'delete from trash', repair: 'same' },
  { code: 'I-59', what: 'a proposal in a state that there is none of', sql: `update proposals set record = json_set(record, '$.state.kind', 'maybe')`, repair: 'same' },
  { code: 'I-59', what: 'a proposal that somebody approved without a name', sql: `update proposals set record = json_set(record, '$.state', json('{"kind":"executed","at":1,"args":null}'))`, repair: 'same' },
  { code: 'I-59', what: 'a proposal in words that are not there', sql: `update proposals set record = json_set(record, '$.said', '${'0'.repeat(64)}')`, repair: 'same' },
  { code: 'I-59', what: 'a proposal on a commit of another tract', sql: `update proposals set record = json_set(record, '$.base', (select lower(hex(hash)) from commits where tract = 1 limit 1))`, repair: 'same' },
  { code: 'I-59', what: 'a proposal of what nobody may propose', sql: `update proposals set record = json_set(record, '$.risk', 'destroy')`, repair: 'same' },
  { code: 'I-60', what: 'a proposal of another act than was shown', sql: `update proposals set record = json_set(record, '$.tool', 'reset')`, repair: 'same' },
  { code: 'I-47', what: 'a proposal less', sql: 'delete from proposals', repair: 'same' },
  { code: 'I-47', what: 'a waiting compression less', sql: 'delete from compressions', repair: 'same' },
]

/** Numbers of the specification that say nothing of a file as it is now, and why. */
export const notYet: { readonly [code: string]: string } = {
  'I-05': 'needs what a register outside the file last saw of it: the host keeps none yet',
  'I-06': 'whether the folder is synchronised is for the host to see',
  'I-39': 'holds by the fold: the totals of every context (I-14) are made by it again',
  'I-40': 'of a prompt only the hash is kept (I-68)',
  'I-42': 'holds by the fold: the totals of every context (I-14) are made by it again',
  'I-51': 'requests have no ids of their own yet',
  'I-52': 'no trajectories yet', 'I-53': 'no trajectories yet', 'I-54': 'no trajectories yet',
  'I-55': 'no state yet', 'I-56': 'no state yet', 'I-57': 'no artifacts of their own yet', 'I-58': 'no artifacts of their own yet',
  'I-61': 'what ran by itself is told by its author; the level then in force, by the settings in the journal', 'I-62': 'no runs yet', 'I-63': 'no runs yet', 'I-64': 'no runs yet', 'I-65': 'what policies noted is covered by the chain (I-44)',
  'I-66': 'no spawned tracts yet',
  'I-74': 'the file lists no snapshots',
  'I-75': 'there is no ledger: the format number and the schema itself (I-10) tell which steps were taken',
}

/** Numbers beyond the specification: about what came after it. */
export const beyond: readonly string[] = ['I-76', 'I-77', 'I-78', 'I-79', 'I-80', 'I-81', 'I-82']
/** Numbers that the specification leaves out. */
export const noNumber: readonly string[] = ['I-32', 'I-33', 'I-34', 'I-35']
/** Broken in tests of their own: they are about the file on the disk. */
export const onDisk: readonly string[] = ['I-02', 'I-03', 'I-04', 'I-07']
