type TreeNode = { type: string; value?: string; children?: TreeNode[] }
type SourceFile = { readonly value: unknown }

const maxNodes = 20_000

/** Shows a text as one block, unformatted, when formatting it would make more than 20 000 parts: a page of them would freeze the window. */
export function limitNodes() {
  return (tree: TreeNode, file: SourceFile): void => {
    if (countNodes(tree, maxNodes + 1) > maxNodes) tree.children = [{ type: 'code', value: String(file.value) }]
  }
}

/** Counts up to `limit`, without recursion: nesting can be as deep as the text is long. */
function countNodes(tree: TreeNode, limit: number): number {
  const open: TreeNode[] = [tree]
  let count = 0
  for (let node = open.pop(); node !== undefined && count < limit; node = open.pop()) {
    count += 1
    for (const child of node.children ?? []) open.push(child)
  }
  return count
}
