/** Text in one form (NFC), without the control characters that mark places in it. */
export const plainText = (text: string): string => text.toWellFormed().normalize('NFC').replace(/[\0-\x08\x0b-\x1f\x7f]/g, ' ')

/** Stands between two characters that are words of their own. No text that went through `plainText` has it. */
const seam = '\x03'
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Thai}\p{Script=Lao}\p{Script=Khmer}\p{Script=Myanmar}ーｰ]/gu

/** Makes each character of a script that puts no blanks between words a word of its own, so that a part of a sentence is found. */
export const withSeams = (text: string): string => text.replace(unspaced, `${seam}$&${seam}`)
export const withoutSeams = (text: string): string => text.replaceAll(seam, '')
