import { describe, expect, test } from 'vitest'
import { type OpenTract, Tract } from '../../../../core/index.ts'
import type { MessageId } from '../../../../core/model/ids.ts'
import type { MergeResult, Resolution } from '../../../../core/model/merge.ts'
import { faultOf } from '../../../helpers/faultOf.ts'
import { leftOut, shown } from '../../../helpers/shown.ts'

/** Long enough that a summary of a few letters is shorter. */
const say = (tract: OpenTract, letter: string): MessageId => tract.user(`${letter} ${letter.repeat(40)}`, { message: letter }).messageId
const summarise = (tract: OpenTract, messages: readonly MessageId[], content: string): MessageId => {
  const made = tract.compress({ messages, content })
  if (made.kind !== 'compressed') throw new Error(`nothing was compressed: ${made.reason}`)
  return made.commits[0]!.messageId
}
const letters = (tract: OpenTract): string => shown(tract).replace(/(\w) \1{8,}/g, '$1')
const told = (result: MergeResult): string => (result.kind === 'conflict' ? `conflict ${result.pending.conflicts.map(({ kinds }) => kinds.join('+')).join()}` : result.kind)
const take = (answer: Resolution['take']) => ({ resolver: () => ({ take: answer }) as Resolution })

type Row = readonly [name: string, story: (tract: OpenTract) => string, outcome: string]

/** Runs a story in a tract of its own; whatever it did, the journal must give the same projections again. */
function tell(story: Row[1]): string {
  using tract = Tract.open()
  const outcome = story(tract)
  expect([tract.workspace.replay().kind, tract.workspace.verify().kind]).toEqual(['same', 'intact'])
  return outcome
}

describe('one branch', () => {
  const rows: readonly Row[] = [
    ['edit, edit: the last wins', (t) => { const a = say(t, 'a'); t.edit(a, 'one'); t.edit(a, 'two'); return letters(t) }, 'two'],
    ['an edit of a skipped message stays hidden', (t) => { const a = say(t, 'a'); t.annotate(a, 'skip'); t.edit(a, 'new'); t.annotate(a, 'normal'); return letters(t) }, 'new'],
    ['an edit of a covered message is seen after expand', (t) => { const a = say(t, 'a'); const s = summarise(t, [a], 'S'); t.edit(a, 'new'); const before = letters(t); t.expand(s); return `${before} → ${letters(t)}` }, 'S → new'],
    ['a summary can be corrected', (t) => { const s = summarise(t, [say(t, 'a')], 'S'); t.edit(s, 'S corrected'); return letters(t) }, 'S corrected'],
    ['a skipped summary leaves its messages covered', (t) => { const s = summarise(t, [say(t, 'a')], 'S'); t.annotate(s, 'skip'); return `${letters(t)}| ${leftOut(t)}` }, '| S:skipped · a:compressed'],
    ['skip of a covered message takes effect when it is uncovered', (t) => { const a = say(t, 'a'); const b = say(t, 'b'); const s = summarise(t, [a, b], 'S'); t.annotate(a, 'skip'); t.expand(s); return letters(t) }, 'b'],
    ['a pinned covered message is shown beside its summary, and hidden again without the pin', (t) => {
      const a = say(t, 'a'); summarise(t, [a, say(t, 'b')], 'S'); t.annotate(a, 'pinned'); const pinned = letters(t); t.annotate(a, 'normal'); return `${pinned} → ${letters(t)}`
    }, 'S · !a → S'],
    ['a pin on a skipped message shows it', (t) => { const a = say(t, 'a'); t.annotate(a, 'skip'); t.annotate(a, 'pinned'); return letters(t) }, '!a'],
    ['a pinned summary is not swallowed by a later compression, and can be expanded', (t) => {
      const s = summarise(t, [say(t, 'a')], 'S'); t.annotate(s, 'pinned'); say(t, 'b'); t.compress({ content: 'T' }); const both = letters(t); t.expand(s); return `${both} → ${letters(t)}`
    }, '!S · T → a · T'],
    ['an instruction set to normal can be compressed', (t) => { const i = t.system(`rules ${'x'.repeat(60)}`).messageId; t.annotate(i, 'normal'); t.compress({ content: 'S' }); return letters(t) }, 'S'],
    ['pins and preserved messages split a range into runs; skipped ones do not', (t) => {
      const [, b, , d, e] = ['a', 'b', 'c', 'd', 'e'].map((letter) => say(t, letter)); t.annotate(b!, 'pinned'); t.annotate(d!, 'skip'); t.compress({ content: ['S', 'T'], preserve: [] }); void e; return `${letters(t)}| ${leftOut(t)}`
    }, 'S · !b · T| a:compressed · c:compressed · d:skipped · e:compressed'],
    ['an explicit list with a gap gives two runs', (t) => { const [a, , c] = ['a', 'b', 'c'].map((letter) => say(t, letter)); t.compress({ messages: [a!, c!], content: ['S', 'T'] }); return letters(t) }, 'S · b · T'],
    ['a summary of a summary is expanded from the outside in', (t) => {
      const s = summarise(t, [say(t, 'a')], 'S'); const o = summarise(t, [s, say(t, 'b')], 'O'); const inner = faultOf(() => t.expand(s)); t.expand(o); const once = letters(t); t.expand(s); return `${inner}, ${once}, ${letters(t)}`
    }, 'expand/inside-another, S · b, a · b'],
    ['a message skipped when it was compressed around is shown in its place, after the summary', (t) => {
      const [a, m, b] = ['a', 'm', 'b'].map((letter) => say(t, letter)); t.annotate(m!, 'skip'); summarise(t, [a!, b!], 'S'); t.annotate(m!, 'normal'); return letters(t)
    }, 'S · m'],
    ['expanding twice is refused', (t) => { const s = summarise(t, [say(t, 'a')], 'S'); t.expand(s); return faultOf(() => t.expand(s)) }, 'expand/already'],
    ['a message is no summary', (t) => { const a = say(t, 'a'); return faultOf(() => t.expand(a)) }, 'expand/not-a-summary'],
  ]
  test.each(rows)('%s', (_name, story, outcome) => expect(tell(story)).toBe(outcome))
})

/** `theirs` is made on branch x, forked here; then `ours` on main; then x is merged. */
function merged(t: OpenTract, theirs: () => void, ours: () => void, options?: Parameters<OpenTract['merge']>[1]): string {
  t.branch('x')
  theirs()
  t.switch('main')
  ours()
  return `${told(t.merge('x', options))}: ${letters(t)}`
}

describe('two branches', () => {
  const rows: readonly Row[] = [
    ['skip and un-skip on one side is no change', (t) => { const a = say(t, 'a'); return merged(t, () => { t.annotate(a, 'skip'); t.annotate(a, 'normal') }, () => t.annotate(a, 'pinned')) }, 'clean: !a'],
    ['edit and edit back on one side is no change', (t) => { const a = t.user('60 days').messageId; return merged(t, () => { t.edit(a, '90 days'); t.edit(a, '60 days') }, () => t.edit(a, '30 days')) }, 'clean: 30 days'],
    ['both edit to the same text', (t) => { const a = say(t, 'a'); return merged(t, () => t.edit(a, 'same'), () => t.edit(a, 'same')) }, 'clean: same'],
    ['both edit: ours, theirs', (t) => { const a = say(t, 'a'); return merged(t, () => t.edit(a, 'theirs'), () => t.edit(a, 'ours'), { strategy: 'theirs' }) }, 'resolved: theirs'],
    ['both edit, own words', (t) => { const a = say(t, 'a'); return merged(t, () => t.edit(a, 'theirs'), () => t.edit(a, 'ours'), { resolver: () => ({ take: 'text', text: 'mine', priority: 'pinned' }) }) }, 'resolved: !mine'],
    ['both edit, as it was', (t) => { const a = t.user('before').messageId; return merged(t, () => t.edit(a, 'theirs'), () => t.edit(a, 'ours'), take('base')) }, 'resolved: before'],
    ['edit and skip here, edit there: one question about the text', (t) => { const a = say(t, 'a'); return merged(t, () => t.edit(a, 'theirs'), () => { t.edit(a, 'ours'); t.annotate(a, 'skip') }) }, 'conflict bothEdited: '],
    ['edit here, skip there', (t) => { const a = say(t, 'a'); return merged(t, () => t.annotate(a, 'skip'), () => t.edit(a, 'ours')) }, 'conflict editVsSkip: ours'],
    ['edit and pin here, skip there: one question', (t) => { const a = say(t, 'a'); return merged(t, () => t.annotate(a, 'skip'), () => { t.edit(a, 'ours'); t.annotate(a, 'pinned') }, take('ours')) }, 'resolved: !ours'],
    ['different priorities', (t) => { const a = say(t, 'a'); return merged(t, () => t.annotate(a, 'skip'), () => t.annotate(a, 'pinned')) }, 'conflict bothAnnotated: !a'],
    ['compress there covers here too, and what came later stays', (t) => { const [a, b] = [say(t, 'a'), say(t, 'b')]; return merged(t, () => summarise(t, [a, b], 'S'), () => say(t, 'c')) }, 'clean: S · c'],
    ['overlapping compressions, both kept', (t) => { const [a, b, c] = ['a', 'b', 'c'].map((letter) => say(t, letter)); return merged(t, () => summarise(t, [b!, c!], 'T'), () => summarise(t, [a!, b!], 'S'), take('both')) }, 'resolved: S · T'],
    ['overlapping compressions, theirs', (t) => { const [a, b, c] = ['a', 'b', 'c'].map((letter) => say(t, letter)); return merged(t, () => summarise(t, [b!, c!], 'T'), () => summarise(t, [a!, b!], 'S'), take('theirs')) }, 'resolved: a · T'],
    ['the same compression on both sides counts once', (t) => { const [a, b] = [say(t, 'a'), say(t, 'b')]; return merged(t, () => summarise(t, [a, b], 'S'), () => summarise(t, [a, b], 'S')) }, 'clean: S'],
    ['compress there, edit here', (t) => { const [a, b] = [say(t, 'a'), say(t, 'b')]; return merged(t, () => summarise(t, [a, b], 'S'), () => t.edit(a, 'new'), take('theirs')) }, 'resolved: S'],
    ['compress there, skip of a secret here', (t) => { const [a, b] = [say(t, 'a'), say(t, 'b')]; return merged(t, () => summarise(t, [a, b], 'S'), () => t.annotate(b, 'skip')) }, 'conflict compressVsSkip: a'],
    ['compress there, pin here: shown beside', (t) => { const [a, b] = [say(t, 'a'), say(t, 'b')]; return merged(t, () => summarise(t, [a, b], 'S'), () => t.annotate(a, 'pinned')) }, 'clean: S · !a'],
    ['expand there, correction of the summary here', (t) => { const s = summarise(t, [say(t, 'a')], 'S'); return merged(t, () => t.expand(s), () => t.edit(s, 'S2')) }, 'conflict expandVsEdit: S2'],
    ['wrapped here, expanded there', (t) => { const s = summarise(t, [say(t, 'a')], 'S'); const c = say(t, 'c'); return merged(t, () => t.expand(s), () => summarise(t, [s, c], 'O')) }, 'conflict compressVsExpand: O'],
    ['nothing of ours: the branch moves', (t) => { say(t, 'a'); return merged(t, () => say(t, 'b'), () => {}) }, 'fastForward: a · b'],
    ['nothing of ours, but a commit is wanted', (t) => { say(t, 'a'); return merged(t, () => say(t, 'b'), () => {}, { noFf: true }) }, 'clean: a · b'],
    ['nothing of theirs', (t) => { say(t, 'a'); return merged(t, () => {}, () => say(t, 'b')) }, 'upToDate: a · b'],
    ['a merge decision, a later edit, and the same branch again: not asked twice', (t) => {
      const a = say(t, 'a'); const first = merged(t, () => t.edit(a, 'theirs'), () => t.edit(a, 'ours'), take('theirs')); t.edit(a, 'later'); t.on('x').user('w'); return `${first} → ${told(t.merge('x'))}: ${letters(t)}`
    }, 'resolved: theirs → clean: later · w'],
    ['decided differently both ways, then merged: the decisions conflict', (t) => {
      const a = t.user('m').messageId; t.branch('x'); t.edit(a, 'X'); t.switch('main'); const before = t.edit(a, 'O').hash; t.merge('x', take('ours')); t.branch('s', { from: before }); t.switch('x'); t.merge('s', take('ours')); t.switch('main'); return told(t.merge('x'))
    }, 'conflict bothEdited'],
    ['criss-cross: what was corrected on top of the other side stays', (t) => {
      const a = say(t, 'a'); t.branch('x'); t.edit(a, 'B'); t.switch('main'); const one = say(t, 'o'); t.merge('x'); t.branch('side', { from: one }); t.switch('x'); t.merge('side'); t.switch('main'); t.edit(a, 'B, improved'); t.on('x').user('x2')
      const result = t.merge('x'); return `${told(result)}: ${letters(t)}${result.kind === 'clean' ? ` (${result.warnings.map(({ code }) => code).join()})` : ''}`
    }, 'clean: B, improved · o · x2 (merge/answered-old-text,merge/several-bases)'],
    ['branches without a common past', (t) => { say(t, 'a'); const other = t.workspace.create(); void other; return faultOf(() => t.merge('nowhere')) }, 'branch/not-found'],
    ['a branch into itself', (t) => { say(t, 'a'); return faultOf(() => t.merge('main')) }, 'merge/itself'],
    ['the merged branch can go at once', (t) => { say(t, 'a'); const done = merged(t, () => say(t, 'b'), () => say(t, 'c'), { deleteBranch: true }); return `${done} [${t.listBranches().map(({ name }) => name).join()}]` }, 'clean: a · c · b [main]'],
    ['two merges bring both branches', (t) => { say(t, 'a'); t.branch('x'); say(t, 'b'); t.switch('main'); t.branch('y'); say(t, 'c'); t.switch('main'); t.merge('x'); t.merge('y'); return letters(t) }, 'a · b · c'],
  ]
  test.each(rows)('%s', (_name, story, outcome) => expect(tell(story)).toBe(outcome))
})

describe('copies', () => {
  const rows: readonly Row[] = [
    ['a picked message comes as it is shown there', (t) => { say(t, 'r'); t.branch('x'); const a = t.user('60 days').messageId; t.edit(a, '30 days'); t.switch('main'); t.cherryPick(a); return letters(t) }, 'r · 30 days'],
    ['a picked message keeps its id: merged later it is there once', (t) => { say(t, 'r'); t.branch('x'); const a = say(t, 'a'); t.switch('main'); t.cherryPick(a); say(t, 'b'); return `${told(t.merge('x'))}: ${letters(t)}` }, 'clean: r · a · b'],
    ['picked, edited on both sides, merged', (t) => { say(t, 'r'); t.branch('x'); const a = say(t, 'a'); t.switch('main'); t.cherryPick(a); t.edit(a, 'main'); t.on('x').edit(a, 'x'); return told(t.merge('x')) }, 'conflict bothEdited'],
    ['a picked fix that was improved here is not fought over', (t) => { const a = say(t, 'a'); t.branch('x'); const fix = t.edit(a, 'v1').hash; t.user('w'); t.switch('main'); t.cherryPick(fix); t.edit(a, 'v2'); return `${told(t.merge('x'))}: ${letters(t)}` }, 'clean: v2 · w'],
    ['a message that is here already', (t) => { const a = say(t, 'a'); return faultOf(() => t.cherryPick(a)) }, 'pick/already-here'],
    ['the same as a new message', (t) => { const a = say(t, 'a'); t.cherryPick(a, { asCopy: true }); return letters(t) }, 'a · a'],
    ['a merge is many changes', (t) => { say(t, 'a'); t.branch('x'); say(t, 'b'); t.switch('main'); say(t, 'c'); t.merge('x'); const tip = t.resolve('HEAD'); t.branch('y', { from: 'HEAD~1' }); return faultOf(() => t.cherryPick(tip)) }, 'pick/merge'],
    ['a message inside a summary that was picked', (t) => { say(t, 'r'); t.branch('x'); const a = say(t, 'a'); const s = summarise(t, [a], 'S'); t.switch('main'); t.cherryPick(s); return `${letters(t)} ${faultOf(() => t.cherryPick(a))}` }, 'r · S pick/in-summary'],
    ['a picked summary brings the ones inside it', (t) => {
      say(t, 'r'); t.branch('x'); const [a, b] = [say(t, 'a'), say(t, 'b')]; const s = summarise(t, [a], 'S'); const o = summarise(t, [s, b], 'O'); t.switch('main'); t.cherryPick(o); const one = letters(t); t.expand(o); return `${one} → ${letters(t)}`
    }, 'r · O → r · S'],
    ['an edit whose message is not here is an issue, and nothing changes', (t) => {
      say(t, 'r'); t.branch('x'); const a = say(t, 'a'); const fix = t.edit(a, 'fixed').hash; t.switch('main'); const result = t.cherryPick(fix); return `${result.kind} ${result.kind === 'issues' ? result.issues.map((issue) => issue.text).join() : ''} ${letters(t)}`
    }, 'issues fixed r'],
    ['the same, skipped or taken as a new message', (t) => {
      say(t, 'r'); t.branch('x'); const a = say(t, 'a'); const fix = t.edit(a, 'fixed').hash; t.switch('main'); const skipped = t.cherryPick(fix, { onIssue: 'skip' }); t.cherryPick(fix, { onIssue: 'asNewMessage' }); return `${skipped.kind} ${letters(t)}`
    }, 'picked r · fixed'],
    ['a rebase gives what the merge gives, as a line', (t) => {
      const a = say(t, 'a'); t.branch('x'); t.edit(a, 'X'); say(t, 'b'); t.switch('main'); say(t, 'c'); t.switch('x'); const result = t.rebase('main'); return `${result.kind}: ${letters(t)} ${told(t.on('main').merge('x'))}`
    }, 'rebased: X · c · b fastForward'],
    ['a rebase with an open question writes nothing', (t) => { const a = say(t, 'a'); t.branch('x'); t.edit(a, 'X'); t.on('main').edit(a, 'M'); const tip = t.resolve('HEAD'); const { kind } = t.rebase('main'); return `${kind} ${t.resolve('HEAD') === tip}` }, 'conflict true'],
    ['rebased, improved, and the old branch merged: nothing twice, no question', (t) => {
      const a = t.user('v0').messageId; t.branch('x'); t.edit(a, 'v1'); say(t, 'w'); t.on('main').user('o'); t.rebase('main'); t.edit(a, 'v2'); t.branch('old', { from: 'before-rebase/x', switch: false }); return `${told(t.merge('old'))}: ${letters(t)}`
    }, 'clean: v2 · o · w'],
    ['a rebase can leave bad commits behind', (t) => { say(t, 'a'); t.branch('x'); const bad = say(t, 'b'); t.edit(bad, 'worse'); say(t, 'g'); const result = t.rebase('main', { drop: [bad] }); return `${result.kind}: ${letters(t)}` }, 'rebased: a · g'],
    ['dropping a correction brings the text of before back', (t) => { const a = say(t, 'a'); t.branch('x'); const fix = t.edit(a, 'wrong').hash; say(t, 'g'); t.rebase('main', { drop: [fix] }); return letters(t) }, 'a · g'],
    ['what lies before the new base cannot be left behind', (t) => { const bad = say(t, 'a'); t.branch('x'); say(t, 'g'); return `${faultOf(() => t.rebase('main', { drop: [bad] }))}: ${letters(t)}` }, 'rebase/not-own: a · g'],
    ['a rebase leaves no tag that looks like another', (t) => { say(t, 'a'); t.branch('x'); say(t, 'b'); t.on('main').user('c'); t.tag('before-rebase/ｘ'); return faultOf(() => t.rebase('main')) }, 'ref/bad-name'],
    ['a branch behind is moved forward', (t) => { say(t, 'a'); t.branch('x'); t.on('main').user('b'); return `${t.rebase('main').kind}: ${letters(t)}` }, 'fastForward: a · b'],
    ['a branch ahead stays', (t) => { say(t, 'a'); t.branch('x'); say(t, 'b'); return t.rebase('main').kind }, 'upToDate'],
  ]
  test.each(rows)('%s', (_name, story, outcome) => expect(tell(story)).toBe(outcome))
})
