/** The page itself, by which it is kept. */
export const SHELL = "/courier/";

/**
 * The files that a text of the page names below its own address: scripts and styles of the page, fonts of a style.
 * @example filesNamedIn('<script src="/courier/assets/main-1.js">') → ["/courier/assets/main-1.js"]
 */
export function filesNamedIn(text: string): readonly string[] {
  return [...new Set(text.match(/\/courier\/(?:assets\/[\w.-]+|manifest\.webmanifest|mark\.svg)/g))];
}

/**
 * What the page loads only when it is asked for, as the build names it in the page.
 * @example laterFilesOf('<meta name="motcua-later" content="/courier/assets/reader-1.js">') → ["/courier/assets/reader-1.js"]
 */
export function laterFilesOf(page: string): readonly string[] {
  return filesNamedIn(/<meta name="motcua-later" content="([^"]*)">/.exec(page)?.[1] ?? "");
}
