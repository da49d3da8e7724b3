/** How tall cards were when they were last measured, by their key and the width they had: a list that is drawn again begins where it will end. */
const heights = new Map<string, number>()
const most = 20_000

export const heightOf = (key: string, width: number): number | undefined => heights.get(`${key} ${width}`)

export function noteHeight(key: string, width: number, height: number): void {
  if (heights.size >= most) heights.clear()
  heights.set(`${key} ${width}`, height)
}
