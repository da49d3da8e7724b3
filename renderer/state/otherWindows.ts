import { useConflictDrafts } from './conflictDrafts.ts'
import { useDrafts } from './drafts.ts'
import { useEdits } from './edits.ts'
import { useOnceStore } from './once.ts'
import { useQueue } from './queue.ts'
import { usePromptForAll } from './promptForAll.ts'
import { useSavedLayouts } from './savedLayouts.ts'
import { useSummaryWords } from './summaryWords.ts'

/** What a person began or made. A window writes each of them whole: without what the others wrote it would write over that. */
const shared = [useDrafts, useEdits, useOnceStore, useQueue, useConflictDrafts, useSummaryWords, usePromptForAll, useSavedLayouts]

/** Takes over what other windows of this browser keep, for as long as the page lives. */
export function followOtherWindows(): void {
  window.addEventListener('storage', ({ key }) => {
    for (const { persist } of shared) if (persist.getOptions().name === key) void persist.rehydrate()
  })
}
