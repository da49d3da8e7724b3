/** The smallest part of `list` found that still fails: halves are left out first, then ever shorter pieces, to single ones. */
export function shrink<T>(list: readonly T[], fails: (part: readonly T[]) => boolean): readonly T[] {
  let smallest = list
  for (let before = Infinity; smallest.length < before; ) {
    before = smallest.length
    for (let piece = Math.max(1, smallest.length >> 1); piece >= 1; piece >>= 1) smallest = withoutPieces(smallest, piece, fails)
  }
  return smallest
}

function withoutPieces<T>(list: readonly T[], piece: number, fails: (part: readonly T[]) => boolean): readonly T[] {
  let left = list
  for (let at = 0; at + piece <= left.length; ) {
    const part = left.toSpliced(at, piece)
    if (fails(part)) left = part
    else at += 1
  }
  return left
}
