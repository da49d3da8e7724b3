/** One line of the sidebar's tree. */
export const treeRow = 'flex h-(--tree-row-h) w-full items-center gap-1.5 rounded-sm pr-2 text-md whitespace-nowrap press select-none hover:bg-hover focus-visible:-outline-offset-2'
