/** Letters of other scripts that look like a Latin one, and what they look like. Source: Unicode's confusables (UTS 39), the ones in everyday fonts. */
const twins: { readonly [letter: string]: string } = {
  а: 'a', А: 'A', Α: 'A', α: 'a', ɑ: 'a', В: 'B', Β: 'B', с: 'c', С: 'C', ϲ: 'c', ԁ: 'd', е: 'e', Е: 'E', Ε: 'E', ց: 'g', ɡ: 'g', һ: 'h', Н: 'H', Η: 'H',
  і: 'i', І: 'I', Ι: 'I', ι: 'i', ı: 'i', ј: 'j', Ј: 'J', К: 'K', Κ: 'K', κ: 'k', к: 'k', М: 'M', Μ: 'M', Ν: 'N', ո: 'n', о: 'o', О: 'O', Ο: 'O', ο: 'o', օ: 'o',
  р: 'p', Р: 'P', Ρ: 'P', ρ: 'p', ԛ: 'q', ѕ: 's', Ѕ: 'S', Т: 'T', Τ: 'T', υ: 'u', ս: 'u', ν: 'v', ѵ: 'v', ԝ: 'w', х: 'x', Х: 'X', Χ: 'X', у: 'y', У: 'Y', Υ: 'Y', Ζ: 'Z',
  '‐': '-', '‑': '-', '‒': '-', '–': '-', '−': '-', '∕': '/', '⁄': '/', 'ꓸ': '.', '․': '.',
}

/** A name as the eye reads it: two names that give the same can't be told apart on a screen. */
export const seenAs = (name: string): string => Array.from(name.normalize('NFKC'), (letter) => twins[letter] ?? letter).join('')
