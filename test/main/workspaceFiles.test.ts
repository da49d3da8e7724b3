import { mkdirSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { Fault } from '../../core/model/fault.ts'
import { realPorts } from '../../core/realPorts.ts'
import { createWorkspaceFiles, newPath } from '../../main/workspaceFiles.ts'
import { temporaryFolder } from './testApp.ts'

const newFolder = () => temporaryFolder()
const put = (path: string, at: number): string => {
  writeFileSync(path, 'x')
  utimesSync(path, at, at)
  return path
}

describe('the files on offer', () => {
  test('are those beside the open one and recent ones, newest first, by handles', () => {
    const [folder, elsewhere] = [newFolder(), newFolder()]
    const open = put(join(folder, 'Open.tract'), 10)
    put(join(folder, 'Newer.tract'), 30)
    put(join(folder, 'notes.txt'), 40)
    mkdirSync(join(folder, 'Folder.tract'))
    const recent = put(join(elsewhere, 'Recent.tract'), 20)
    const files = createWorkspaceFiles(realPorts.ids)
    const offer = files.offer(open, [recent, join(elsewhere, 'Gone.tract'), open])
    expect(offer.map(({ name, path, modifiedAt, isOpen }) => ({ name, path, modifiedAt, isOpen }))).toEqual([
      { name: 'Newer', path: join(folder, 'Newer.tract'), modifiedAt: 30_000, isOpen: false },
      { name: 'Recent', path: recent, modifiedAt: 20_000, isOpen: false },
      { name: 'Open', path: open, modifiedAt: 10_000, isOpen: true },
    ])
    expect(offer.map(({ handle }) => files.pathOf(handle))).toEqual(offer.map(({ path }) => path))
  })

  test('are no links: neither to a file nor through a folder', () => {
    const [folder, elsewhere] = [newFolder(), newFolder()]
    const secret = put(join(elsewhere, 'Secret.tract'), 1)
    symlinkSync(secret, join(folder, 'Link.tract'))
    expect(createWorkspaceFiles(realPorts.ids).offer(join(folder, 'Open.tract'), [])).toEqual([])
  })

  test('keep their handle', () => {
    const open = put(join(newFolder(), 'Open.tract'), 1)
    const files = createWorkspaceFiles(realPorts.ids)
    expect(files.offer(open, [])).toEqual(files.offer(open, []))
  })

  test('can\'t be asked for by path, nor when they are gone', () => {
    const open = put(join(newFolder(), 'Open.tract'), 1)
    const files = createWorkspaceFiles(realPorts.ids)
    expect(() => files.pathOf(open)).toThrow(new Fault('file/bad-handle', { handle: open }))
    const handle = files.offer(open, [])[0]?.handle ?? ''
    rmSync(open)
    expect(() => files.pathOf(handle)).toThrow(new Fault('file/not-found', { path: open }))
  })
})

describe('a new file', () => {
  test.each([
    ['Plans', 'Plans.tract'],
    ['  Plans.tract ', 'Plans.tract'],
    ['Über uns', 'Über uns.tract'],
    ['cafe\u0301', 'caf\u00e9.tract'],
  ])('called %j lies in the folder as %j', (typed, name) => {
    const folder = newFolder()
    expect(newPath(folder, typed)).toBe(join(folder, name))
  })

  test.each(['', '  ', '.tract', '../x', 'a/b', 'a\\b', 'a:b', '.hidden', 'end.', 'nul', 'COM1', 'a\u0000b', 'a\u202eb', 'what?'])('can\'t be called %j', (typed) => {
    expect(() => newPath(newFolder(), typed)).toThrow(expect.objectContaining({ code: 'file/bad-name' }))
  })

  test('never takes the place of one that is there', () => {
    const folder = newFolder()
    put(join(folder, 'Plans.tract'), 1)
    expect(() => newPath(folder, 'Plans')).toThrow(new Fault('file/exists', { name: 'Plans' }))
  })
})
