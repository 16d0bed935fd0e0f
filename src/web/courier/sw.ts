import { SHELL, filesNamedIn, laterFilesOf } from "./shell-files.ts";

/** The parts of a service worker that this one uses; the library of the pages does not have them. */
interface Worker {
  readonly skipWaiting: () => Promise<void>;
  readonly clients: { readonly claim: () => Promise<void> };
  readonly addEventListener: <Event extends Extendable>(
    type: string,
    listener: (event: Event) => void,
  ) => void;
}
interface Extendable {
  readonly waitUntil: (work: Promise<unknown>) => void;
}
interface Fetched extends Extendable {
  readonly request: Request;
  readonly respondWith: (answer: Promise<Response>) => void;
}

const worker = globalThis as unknown as Worker;
const CACHE = "motcua-courier";

/** Keeps the page and all that it is made of. Scripts and styles that neither it nor the page before it names go. */
async function keepShell(): Promise<void> {
  const page = await fetch(SHELL, { cache: "no-cache" });
  if (!page.ok) return;
  const cache = await caches.open(CACHE);
  const before = await cache.match(SHELL);
  const text = await page.clone().text();
  const [named, later] = [filesNamedIn(text), laterFilesOf(text)];
  for (const file of named) if (!later.includes(file)) await keepWithFonts(cache, file);
  // A page that is being opened still asks for the files of the one before.
  const needed = new Set([...named, ...filesNamedIn((await before?.text()) ?? "")]);
  await cache.put(SHELL, page); // After its files: a page of which something is missing must not count.
  for (const { url } of await cache.keys()) {
    const { pathname } = new URL(url);
    if (/\.(?:js|css|wasm)$/.test(pathname) && !needed.has(pathname)) await cache.delete(url);
  }
  // The page does without these: a line too weak for them is tried again when the page is opened next.
  for (const file of later) await keepWithFonts(cache, file).catch(() => undefined);
}

/** A file, and the fonts that it names if it is a style. */
async function keepWithFonts(cache: Cache, file: string): Promise<void> {
  const kept = (await cache.match(file)) ?? (await keepFile(cache, file));
  if (!file.endsWith(".css")) return;
  for (const font of filesNamedIn(await kept.clone().text()))
    if (font.endsWith(".woff2") && !(await cache.match(font))) await keepFile(cache, font);
}

async function keepFile(cache: Cache, file: string): Promise<Response> {
  const answer = await fetch(file);
  if (!answer.ok) throw new Error(`${file}: ${answer.status}`);
  await cache.put(file, answer.clone());
  return answer;
}

/** What is kept at once, and the network where nothing is. The page is looked for anew behind it, for the next time. */
async function answer(event: Fetched): Promise<Response> {
  const { request } = event;
  const isPage = request.mode === "navigate";
  const cache = await caches.open(CACHE);
  const kept = await cache.match(isPage ? SHELL : request);
  if (isPage) event.waitUntil(keepShell().catch(() => undefined));
  return kept ?? fetch(request);
}

worker.addEventListener("install", (event) => {
  event.waitUntil(keepShell().then(() => worker.skipWaiting()));
});
worker.addEventListener("activate", (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener<Fetched>("fetch", (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOurs = origin === globalThis.location.origin && pathname.startsWith(SHELL);
  if (request.method === "GET" && isOurs) event.respondWith(answer(event));
});
