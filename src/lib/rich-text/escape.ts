/** Plain text as Markdown that shows the same: what a line of Markdown would make of its signs is escaped. Lines stay lines. */
export const asMarkdown = (text: string): string =>
  text
    .replace(/([\\`*_[\]<>&~])/g, '\\$1')
    .replace(/^([ \t]*)([-+]|#{1,6})(?=\s)/gm, '$1\\$2')
    .replace(/^([ \t]*\d+)([.)])(?=\s)/gm, '$1\\$2')
