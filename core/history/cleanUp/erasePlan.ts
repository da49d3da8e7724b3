import type { EraseMention, ErasePlace } from '../../model/cleanUp.ts'
import { searchText, textOf } from '../../model/contentTypes.ts'
import { asTractId, type MessageId } from '../../model/ids.ts'
import type { Json } from '../../model/json.ts'
import { previewOf, wordsIn } from '../../model/text.ts'
import type { TractHandle } from '../../journal/openWorkspace.ts'
import { type BlobKey, hasWhole, listBlobHashes } from '../../store/blobs.ts'
import { readTractNames } from '../../store/cleanUpRows.ts'
import { kindOf } from '../../store/commitKinds.ts'
import { type CommitKey, getCommit, hashOfCommit } from '../../store/commits.ts'
import type { ReadDb } from '../../store/database.ts'
import { countIndexed } from '../../store/emptyTexts.ts'
import { type DraftRow, type HolderOf, listAnswerTexts, listContaining, listDraftTexts, listHoldersOf, listSummariesOf, listTextsAbout, listWhole, type TextRow } from '../../store/eraseRows.ts'
import { copiesHolding, type KeptCopy } from '../../store/keptCopies.ts'
import { listAside, listAsideContaining } from '../../store/quarantineRows.ts'
import { listRunning } from '../../store/recordRows.ts'
import type { TractKey } from '../../store/tracts.ts'
import { namedByRecords } from './recordsOf.ts'

/** What erasing a message takes away, and what it leaves. */
export type ErasePlan = {
  readonly message: MessageId
  /** Texts and notes whose bytes go. */
  readonly texts: readonly BlobKey[]
  /** Notes that steps about other things share: those keep them. */
  readonly parted: readonly { readonly commit: CommitKey; readonly note: BlobKey }[]
  readonly copies: readonly KeptCopy[]
  /** Rows of the quarantine that say one of the texts. */
  readonly aside: readonly number[]
  /** What the texts say, as it may stand elsewhere. */
  readonly words: readonly string[]
  readonly bytes: number
  readonly places: readonly ErasePlace[]
  readonly mentions: readonly EraseMention[]
  readonly isGuessable: boolean
}

/** So many texts that say the same are told one by one. */
const mostMentions = 200
/** Of a text no longer than this all that there could be can be tried. */
const guessable = 12

export function planErase(tract: TractHandle, db: ReadDb, message: CommitKey): ErasePlan {
  const about = listTextsAbout(db, message, 'there')
  const own = about.filter(({ isNote }) => isNote === 0)
  const drafts = draftsOf(db, message, own)
  const contents = [...new Set([...own, ...drafts].map(({ text }) => text))]
  const { notes, parted } = notesOf(db, about.filter(({ isNote }) => isNote === 1))
  const texts = [...contents, ...notes]
  const whole = listWhole(db, contents)
  const words = wordsOf(db, whole)
  const copies = copiesHolding(tract.file.db.path, hashesOf(db, message, texts))
  const aside = listAside(db, words)
  const named = namesOf(db)
  return {
    message: hashOfCommit(db, message) as string as MessageId, texts, parted, copies, aside: aside.map(({ id }) => id), words, bytes: bytesOf([...about, ...drafts], texts),
    places: [
      ...own.map((one): ErasePlace => ({ kind: 'version', ...named(one.tract), commit: one.hash, how: kindOf(one.kind), bytes: one.bytes })),
      ...sameTexts(db, contents, message, named),
      ...about.filter(({ isNote }) => isNote === 1).map((one): ErasePlace => ({ kind: 'note', ...named(one.tract), commit: one.hash, bytes: one.bytes })),
      ...drafts.map(({ tract: key, bytes }): ErasePlace => ({ kind: 'draft', ...named(key), bytes })),
      ...aside.map(({ tract: key, bytes }): ErasePlace => ({ kind: 'setAside', ...named(key), bytes })),
      ...indexPlace(countIndexed(db, texts)),
      ...copies.map((copy): ErasePlace => ({ kind: 'copy', ...copy })),
    ],
    mentions: mentionsOf(db, message, texts, words, named),
    isGuessable: whole.some(({ content }) => textOf(content, db.types).length <= guessable),
  }
}

/** What unfinished answers said that became it, and how conflicts about it were answered. */
function draftsOf(db: ReadDb, message: CommitKey, own: readonly HolderOf[]): readonly DraftRow[] {
  const drafts = [...listDraftTexts(db, own.map(({ commit }) => commit), own.map(({ text }) => text)), ...listAnswerTexts(db, hashOfCommit(db, message))]
  const held = new Set(own.map(({ text }) => text))
  return [...new Map(drafts.map((one) => [one.text, one])).values()].filter(({ text }) => !held.has(text))
}

/** Of what goes, and of what a clean-up took from the file before: copies may hold it still. Not of a note that others have too. */
function hashesOf(db: ReadDb, message: CommitKey, texts: readonly BlobKey[]): readonly string[] {
  const gone = listTextsAbout(db, message, 'gone')
  const there = [...listBlobHashes(db, [...texts, ...gone.filter(({ isNote }) => isNote === 0).map(({ text }) => text)]).values()]
  const notes = [...listBlobHashes(db, gone.filter(({ isNote }) => isNote === 1).map(({ text }) => text)).values()].filter((hash) => !hasWhole(db, hash))
  return [...new Set([...there, ...notes])]
}

type Named = (tract: TractKey) => { readonly tract: ReturnType<typeof asTractId>; readonly tractName: string }

function namesOf(db: ReadDb): Named {
  const names = readTractNames(db)
  return (key) => ({ tract: asTractId(names.get(key)?.uuid ?? ''), tractName: names.get(key)?.name ?? '' })
}

/** A note that only steps about this message have goes; of one that other steps share or records name (why something else was erased or rejected), they keep theirs. */
function notesOf(db: ReadDb, about: readonly HolderOf[]): { readonly notes: readonly BlobKey[]; readonly parted: ErasePlan['parted'] } {
  const ownSteps = new Set(about.map(({ commit }) => commit))
  const notes = about.map(({ text }) => text)
  const shared = new Set([...listHoldersOf(db, notes).filter(({ commit }) => !ownSteps.has(commit)).map(({ text }) => text), ...namedByRecords(db, notes).keys()])
  return {
    notes: [...new Set(notes)].filter((note) => !shared.has(note)),
    parted: about.filter(({ text }) => shared.has(text)).map(({ commit, text }) => ({ commit, note: text })),
  }
}

/** Each text as it stands on its own, the shorter of them left out where it would be found everywhere. */
function wordsOf(db: ReadDb, whole: readonly TextRow[]): readonly string[] {
  return [...new Set(whole.flatMap(({ content }) => [textOf(content, db.types), searchText(content)]).map((text) => text.trim()))].filter((text) => text.length >= 4)
}

function bytesOf(holders: readonly { readonly text: BlobKey; readonly bytes: number }[], texts: readonly BlobKey[]): number {
  const sizes = new Map(holders.map(({ text, bytes }) => [text, bytes]))
  return texts.reduce((sum, text) => sum + (sizes.get(text) ?? 0), 0)
}

function sameTexts(db: ReadDb, contents: readonly BlobKey[], message: CommitKey, named: Named): readonly ErasePlace[] {
  const others = listHoldersOf(db, contents).filter((one) => one.message !== message && one.messageHash !== null)
  return [...new Map(others.map((one) => [one.commit, one])).values()].map((one): ErasePlace => ({ kind: 'sameText', ...named(one.tract), messageId: one.messageHash as MessageId, commit: one.hash }))
}

const indexPlace = (texts: number): readonly ErasePlace[] => (texts === 0 ? [] : [{ kind: 'searchIndex', texts }])

function mentionsOf(db: ReadDb, message: CommitKey, texts: readonly BlobKey[], words: readonly string[], named: Named): readonly EraseMention[] {
  const summaries = listSummariesOf(db, message)
  const containing = words.length === 0 ? [] : listContaining(db, words, texts, mostMentions)
  const holders = Map.groupBy(listHoldersOf(db, containing), ({ text }) => text)
  const records = namedByRecords(db, containing.filter((text) => !holders.has(text)))
  const previews = previewsOf(db, [...containing, ...summaries.map(({ text }) => text)])
  const told = summaries.map((one) => toMention(one, 'summary'))
  const known = new Set(summaries.map(({ message: id }) => id))
  const others = containing.flatMap((text) => {
    const held = holders.get(text)
    if (held) return firstPerMessage(held).filter((one) => !known.has(one.message) && one.message !== message).map((one) => toMention(one, 'contains'))
    return [loose(records.get(text) ?? getCommit(db, message).tract, previews.get(text) ?? '')]
  })
  const running = words.length === 0 ? [] : [...listRunning(db, words), ...listAsideContaining(db, words)].map(({ tract, text }) => loose(tract, previewOf(text)))
  return [...told, ...others, ...running]

  function toMention(one: HolderOf, how: EraseMention['how']): EraseMention {
    return { ...named(one.tract), messageId: one.isNote === 1 ? null : (one.messageHash as MessageId | null), how, preview: previews.get(one.text) ?? '' }
  }

  /** What no step holds: only a record names it. */
  function loose(tract: TractKey, preview: string): EraseMention {
    return { ...named(tract), messageId: null, how: 'contains', preview }
  }
}

const previewsOf = (db: ReadDb, texts: readonly BlobKey[]): ReadonlyMap<BlobKey, string> =>
  new Map(listWhole(db, texts).map(({ id, type, content }) => [id, previewOf(type === 'note' ? wordsIn(Object.values(content).slice(1) as Json[]) : textOf(content, db.types))]))

const firstPerMessage = (holders: readonly HolderOf[]): readonly HolderOf[] => [...new Map(holders.toReversed().map((one) => [one.message, one])).values()]
