import { spawn } from "node:child_process";
import { once } from "node:events";
import { createHash } from "node:crypto";
import { mkdir, readFile, readdir, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";

const ROOT = fileURLToPath(new URL("..", import.meta.url));
const STAMP = join(ROOT, "dist/web/.built-from");

/** What the built web is made of: a change in any of it makes a new build. */
const SOURCES = [
  "src/web",
  "src/contract",
  "src/domain",
  "package-lock.json",
  "vite.config.ts",
  "tools/build-web.ts",
];

/**
 * Builds the console into `dist/web/staff` and the renderer of the citizens' pages into
 * `dist/web/citizen/render.js`, unless both stand and were built from exactly these sources. Building takes half a
 * gigabyte, which a process does not give back: it is done in one of its own, and this one does not even load it.
 * @returns whether anything was built.
 */
export async function buildWeb({ log }: { readonly log: (line: string) => void }): Promise<boolean> {
  if ((await readStamp()) === (await hashOf(SOURCES))) {
    log("The web is built from these sources already.");
    return false;
  }
  log("Building the web …");
  const loader = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;
  const builder = spawn(process.execPath, ["--import", loader, fileURLToPath(import.meta.url)], {
    stdio: ["ignore", "ignore", "inherit"],
  });
  const [code] = (await once(builder, "close")) as [number | null];
  if (code !== 0) throw new Error("The web could not be built: the reason stands above.");
  log("The web is built.");
  return true;
}

async function buildHere(): Promise<void> {
  // Whoever starts it: a development build of the pages does not run on the server.
  process.env["NODE_ENV"] = "production";
  const made = await hashOf(SOURCES);
  if ((await readStamp()) === made) return;
  // The stamp goes first: a build that is broken off must not count.
  await rm(STAMP, { force: true });
  const { build } = await import("vite");
  await build({
    configFile: join(ROOT, "vite.config.ts"),
    root: join(ROOT, "src/web/staff"),
    logLevel: "warn",
  });
  await buildCourierPage(build);
  await buildCitizenRenderer(build);
  await mkdir(join(ROOT, "dist/web"), { recursive: true });
  await writeFile(STAMP, made);
}

/** The courier's page and its worker, which has a name of its own: a phone asks for it under the same address for ever. */
async function buildCourierPage(build: typeof import("vite").build): Promise<void> {
  const folder = join(ROOT, "src/web/courier");
  const { default: react } = await import("@vitejs/plugin-react");
  await build({
    configFile: false,
    root: folder,
    base: "/courier/",
    logLevel: "warn",
    plugins: [react(), namesLaterFiles()],
    build: {
      outDir: join(ROOT, "dist/web/courier"),
      emptyOutDir: true,
      target: "es2022",
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      chunkSizeWarningLimit: 900,
      rolldownOptions: {
        input: { page: join(folder, "index.html"), sw: join(folder, "sw.ts") },
        output: { entryFileNames: ({ name }) => (name === "sw" ? "sw.js" : "assets/[name]-[hash].js") },
      },
    },
  });
}

/** Names in the page what it loads only when it is asked for, so that its worker keeps that for when there is no network. */
function namesLaterFiles(): import("vite").Plugin {
  return {
    name: "names-later-files",
    transformIndexHtml: {
      order: "post",
      handler: (_html, { bundle = {} }) => {
        const later = Object.values(bundle).filter(
          (file) => (file.type === "chunk" && file.isDynamicEntry) || file.fileName.endsWith(".wasm"),
        );
        const content = later.map(({ fileName }) => `/courier/${fileName}`).join(" ");
        return [{ tag: "meta", attrs: { name: "motcua-later", content }, injectTo: "head" }];
      },
    },
  };
}

/** One module with everything in it, so that the server can load it without knowing what the web uses. */
async function buildCitizenRenderer(build: typeof import("vite").build): Promise<void> {
  await build({
    configFile: false,
    root: ROOT,
    logLevel: "warn",
    define: { "process.env.NODE_ENV": '"production"' },
    ssr: { noExternal: true, target: "node" },
    build: {
      ssr: "src/web/citizen/render.tsx",
      outDir: "dist/web/citizen",
      emptyOutDir: true,
      target: "node20",
      rolldownOptions: { output: { entryFileNames: "render.js" } },
    },
  });
}

async function readStamp(): Promise<string | undefined> {
  const files = ["dist/web/.built-from", "dist/web/staff/index.html", "dist/web/citizen/render.js"];
  const contents = await Promise.all(files.map((file) => readFile(join(ROOT, file), "utf8").catch(missing)));
  return contents.includes(undefined) ? undefined : contents[0];
}

function missing(error: NodeJS.ErrnoException): undefined {
  if (error.code === "ENOENT") return undefined;
  throw error;
}

async function hashOf(paths: readonly string[]): Promise<string> {
  const hash = createHash("sha256");
  for (const file of (await Promise.all(paths.map(filesUnder))).flat().sort()) {
    hash
      .update(file)
      .update("\0")
      .update(await readFile(join(ROOT, file)))
      .update("\0");
  }
  return hash.digest("hex");
}

/** The files of a folder, or the file itself; tests are no part of what is built. */
async function filesUnder(path: string): Promise<readonly string[]> {
  const entries = await readdir(join(ROOT, path), { recursive: true, withFileTypes: true }).catch(
    (error: NodeJS.ErrnoException) => {
      if (error.code === "ENOTDIR") return undefined;
      throw error;
    },
  );
  if (!entries) return [path];
  return entries
    .filter((entry) => entry.isFile() && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name).slice(ROOT.length));
}

if (process.argv[1] !== undefined && import.meta.url === pathToFileURL(process.argv[1]).href) {
  await buildHere();
}
