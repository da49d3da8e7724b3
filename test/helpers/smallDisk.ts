import { spawnSync } from 'node:child_process'
import { closeSync, ftruncateSync, openSync, statfsSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { tempFolder } from './tempFolder.ts'

/** A disk of its own of so many bytes, in memory; it goes with the block that opened it. */
export type SmallDisk = Disposable & {
  file(name?: string): string
  /** Fills it with something else until just so many bytes are left; 'none' takes that away again. */
  fill(left: number | 'none'): void
}

/** Mounts one, or says why that can't be done here. */
export function openSmallDisk(bytes: number): SmallDisk | string {
  if (process.platform !== 'linux') return 'a disk in memory can be mounted on Linux alone'
  const folder = tempFolder()
  const { status, stderr, error } = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${bytes}`, 'tmpfs', folder.path], { encoding: 'utf8' })
  if (status !== 0) {
    folder[Symbol.dispose]()
    return `mounting a disk in memory is not permitted here (it needs root with CAP_SYS_ADMIN): ${(error?.message ?? stderr).split('\n')[0]?.trim()}`
  }
  const ballast = openSync(join(folder.path, 'ballast'), 'w')
  return {
    file: folder.file,
    fill: (left) => fillTo(ballast, folder.path, left),
    [Symbol.dispose]() {
      closeSync(ballast)
      spawnSync('umount', [folder.path])
      folder[Symbol.dispose]()
    },
  }
}

function fillTo(ballast: number, disk: string, left: number | 'none'): void {
  ftruncateSync(ballast, 0)
  if (left === 'none') return
  const { bavail, bsize } = statfsSync(disk)
  const free = bavail * bsize
  if (free > left) writeSync(ballast, Buffer.alloc(free - left), 0, free - left, 0)
}
