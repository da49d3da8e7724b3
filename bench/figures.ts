import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { compile } from '../core/history/status.ts'
import { quantile } from './ratios.ts'
import { commitSubject, mergeSubject, rebaseSubject } from './subjects/acts.ts'
import { firstWord, streaming } from './subjects/asking.ts'
import { cleaning } from './subjects/cleaning.ts'
import { counting } from './subjects/counting.ts'
import { filledTract } from './subjects/tracts.ts'

/** A figure that is no ratio to an anchor. */
export type Figure = { readonly name: string; readonly value: string; readonly goal: string }

/** All of them, or those whose group has `only` in its name. */
export async function figures(folder: string, isQuick: boolean, only: string): Promise<readonly Figure[]> {
  const groups: { readonly [group: string]: () => Figure | readonly Figure[] | Promise<Figure> } = {
    tails: () => tails(folder),
    size: () => fileSize(folder),
    gc: () => cleaning(folder, isQuick),
    memory: () => memory(folder),
    git: () => againstGit(folder),
    writers: () => writers(folder),
    'counting o200k': () => counting('o200k_base'),
    'counting cl100k': () => counting('cl100k_base'),
    'asking openai': () => firstWord(folder, 'openai', isQuick ? 40 : 200),
    'asking anthropic': () => firstWord(folder, 'anthropic', isQuick ? 40 : 200),
    'asking and streaming': () => streaming(folder, isQuick ? 5 : 60),
  }
  const found: Figure[] = []
  for (const [group, measure] of Object.entries(groups)) if (group.includes(only)) found.push(...[await measure()].flat())
  return found
}

/** The slowest of 10,000 commits in a row: a checkpoint must not be felt. */
function tails(folder: string): Figure {
  const { prepare, run } = commitSubject(filledTract(folder, 'tails', 1000, 'NORMAL'))
  const times: number[] = []
  for (let round = 0; round < 10; round++) {
    prepare?.(1000)
    for (let i = 0; i < 1000; i++) {
      const start = performance.now()
      run()
      times.push(performance.now() - start)
    }
  }
  const [p50, p99, max] = [quantile(times, 0.5), quantile(times, 0.99), Math.max(...times)]
  return { name: 'commit, 10,000 in a row', value: `p99 ${(p99 / p50).toFixed(1)} × p50, slowest ${max.toFixed(1)} ms`, goal: 'p99 ≤ 8 × p50, slowest ≤ 30 ms' }
}

/** Bytes a message takes beyond its text. */
function fileSize(folder: string): Figure {
  const n = 10_000
  const { file } = filledTract(folder, 'size', n, 'NORMAL')
  const text = file.db.read.get<{ sum: number }>('select sum(length(cast(text as blob))) as sum from blobs')?.sum ?? 0
  const path = file.db.path ?? ''
  file.db.close()
  return { name: 'file, 10,000 commits', value: `${Math.round((statSync(path).size - text) / n)} B a commit beside its text`, goal: '≤ 350 B' }
}

/** In a process of its own, as Linux tells it: what a parent took counts for its child elsewhere. */
function memory(folder: string): Figure {
  if (process.platform !== 'linux') return { name: 'memory, compile of 50,000 commits', value: 'not told here', goal: '≤ 200 MB' }
  const tract = filledTract(folder, 'memory', 50_000, 'NORMAL')
  const path = tract.file.db.path ?? ''
  tract.file.db.close()
  const program = `const { Tract } = await import(${JSON.stringify(join(import.meta.dirname, '../core/index.ts'))}); using tract = Tract.open(${JSON.stringify(path)});
    tract.compile().messages.length; console.log(/VmHWM:\\s+(\\d+)/.exec((await import('node:fs')).readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0)`
  const kilobytes = Number(execFileSync(process.execPath, ['--input-type=module', '-e', program], { encoding: 'utf8' }))
  return { name: 'memory, compile of 50,000 commits', value: `${Math.round(kilobytes / 1024)} MB at most`, goal: '≤ 200 MB' }
}

/** The same acts by git's command line: each of its calls starts a process, which is how a program uses it. */
function againstGit(folder: string): readonly Figure[] {
  const repo = join(folder, 'git')
  mkdirSync(repo)
  const git = (...args: string[]) => execFileSync('git', ['-C', repo, ...args], { env: { ...process.env, GIT_CONFIG_NOSYSTEM: '1', HOME: repo }, stdio: 'ignore' })
  try {
    git('init', '-q', '-b', 'main')
  } catch {
    return [{ name: 'against git', value: 'git is not here', goal: '' }]
  }
  for (const [key, value] of [['user.name', 'b'], ['user.email', 'b@b'], ['gc.auto', '0']] as const) git('config', key, value)
  const tract = filledTract(folder, 'against-git', 1000, 'FULL')
  const commits = (count: number) => Array.from({ length: count }, () => git('commit', '-q', '--allow-empty', '-m', 'x'))
  commits(50)
  const timed = (times: number, prepare: () => void, run: () => void): number => quantile(Array.from({ length: times }, () => {
    prepare()
    const start = performance.now()
    run()
    return performance.now() - start
  }), 0.5)
  const forked = (name: string): void => {
    git('checkout', '-q', '-B', name, 'main')
    commits(30)
    git('checkout', '-q', '-B', `${name}-theirs`, 'main')
    commits(30)
  }
  const ours = (subject: { readonly prepare?: (count: number) => void; readonly run: () => unknown }) => timed(9, () => subject.prepare?.(1), () => subject.run())
  const told = (name: string, theirs: number, mine: number, goal: string): Figure => ({ name: `${name} against git's command line`, value: `${Math.round(theirs / mine)} × as fast (${mine.toFixed(2)} ms, ${theirs.toFixed(1)} ms)`, goal })
  return [
    told('commit, flushed', timed(30, () => {}, () => commits(1)), ours(commitSubject(tract)), '≥ 50 ×'),
    told('merge', timed(5, () => forked('m'), () => git('merge', '-q', '--no-ff', '-m', 'x', 'm')), ours(mergeSubject(tract)), '≥ 10 ×'),
    told('rebase (git 30 commits, ours 100)', timed(3, () => forked('r'), () => git('rebase', '-q', '--keep-empty', 'r')), ours(rebaseSubject(tract)), '≥ 100 ×'),
  ]
}

/** Four processes that write to one file, with 2 ms between two writes. */
async function writers(folder: string): Promise<Figure> {
  const path = join(folder, 'writers.tract')
  const tract = filledTract(folder, 'writers', 100, 'FULL')
  compile(tract)
  tract.file.db.close()
  const program = `const { Tract } = await import(${JSON.stringify(join(import.meta.dirname, '../core/index.ts'))}); using tract = Tract.open(${JSON.stringify(path)});
    const times = []; for (let i = 0; i < 300; i++) { const start = performance.now(); tract.user('x ' + process.pid + ' ' + i); times.push(performance.now() - start); await new Promise((done) => setTimeout(done, 2)) }
    console.log(JSON.stringify(times))`
  const run = () => new Promise<number[]>((resolve, reject) => {
    const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: ['ignore', 'pipe', 'inherit'] })
    let out = ''
    child.stdout.on('data', (chunk) => (out += String(chunk)))
    child.on('exit', (code) => (code === 0 ? resolve(JSON.parse(out) as number[]) : reject(new Error(`a writer ended with ${code}`))))
  })
  const times = (await Promise.all([run(), run(), run(), run()])).flat()
  return { name: 'four writers on one file', value: `p95 ${quantile(times, 0.95).toFixed(2)} ms, none refused`, goal: 'p95 ≤ 3 ms, none refused' }
}
