/**
 * Takes the signs of Markdown out of a text that is shown in plain: emphasis, code, headings, quotes, lists, and of a link all but its words. What only
 * looks like such a sign, as a star between numbers, stays. Of a text that is cut off, an opening sign without its end goes too.
 */
export const withoutMarks = (text: string): string =>
  text
    .replace(/!?\[([^\]]*)\]\([^()\s]*\)/g, '$1')
    .replace(/^[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+)+/gm, '')
    .replace(/(\s)#{2,6}\s/g, '$1')
    .replace(/\*\*|~~|`/g, '')
    .replace(/(^|[^\p{L}\d_])__(?=\S)([^_]+?)__(?![\p{L}\d_])/gu, '$1$2')
    .replace(/(^|[\s(“"'])\*(?=\S)([^*\n]*[^*\s])\*(?![\p{L}\d*])/gu, '$1$2')
