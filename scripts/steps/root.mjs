import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The folder that holds package.json. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))))

/** A path inside it. @param {string[]} parts */
export const inRoot = (...parts) => join(root, ...parts)

export const isWindows = process.platform === 'win32'
export const isRoot = process.getuid?.() === 0
