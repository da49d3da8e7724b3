import tailwindcss from '@tailwindcss/vite'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'
import { join } from 'node:path'

/** Three bundles in `out/`: the main process (both hosts), the preload script, the page. The page is the same in both hosts. */
export default defineConfig({
  main: { build: { rolldownOptions: { input: { electron: 'main/electron/index.ts', web: 'main/web/index.ts' } } } },
  preload: {
    build: {
      externalizeDeps: false, // a sandboxed preload script can require nothing but electron
      rolldownOptions: { input: { index: 'preload/index.ts' }, output: { format: 'cjs', entryFileNames: '[name].cjs' } },
    },
  },
  renderer: {
    root: 'renderer',
    plugins: [react(), tailwindcss()],
    // its form for browsers reads `&lt;` by setting innerHTML, which the page's policy forbids
    resolve: { alias: { 'decode-named-character-reference': join(import.meta.dirname, 'node_modules/decode-named-character-reference/index.js') } },
    build: { outDir: 'out/renderer', minify: true, sourcemap: true, rolldownOptions: { input: 'renderer/index.html' } },
  },
})
