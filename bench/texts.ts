const words = `the of and to in a is that for it as was with be by on not he his but at are this have from or had an they which one you were all her she there
would their we him been has when who will no more if out so up said what its about than into them can only other time new some could these two may first then do any
like my now over such our man me even most made after also did many off before must well back through years where much your way down should because long each just
state those people too mr how little good world make very year still see work life men day get here old own right come take three great between water might small being
model context message branch commit answer history token budget window prompt refund delivery parcel customer policy shoes receipt order warehouse carrier`.split(/\s+/)
let seed = 11
let count = 0

/** The same numbers in [0, 1) in every run. */
export function random(): number {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 4294967296
}

/** About 500 characters of plain words that no other text equals. */
export function text500(): string {
  let text = ''
  while (text.length < 488) text += `${words[Math.floor(random() * random() * words.length)]}${random() < 0.1 ? '. ' : ' '}`
  return text + (count++).toString(36)
}
