import { mkdir, readdir, rename, rm, stat } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import type { Plugin } from "vite";

const ROOT = fileURLToPath(new URL("..", import.meta.url));

/** Builds that stay: who started on an older one may still have a part of it to load. */
const KEPT = 3;

/** Packages of hundreds of small files. As one file they load in a quarter of the time; all others stay outside. */
const PUT_IN = ["kysely", "typebox"];

/**
 * Puts the command and all that it loads into a few files of JavaScript. The folder appears as a whole or not at all;
 * where another builder was first, its result, which is the same, stands.
 * @param folder which does not exist, named by what it is built from
 * @example await buildCommand("/opt/motcua/dist/command/6f1c…")
 */
async function buildCommand(folder: string): Promise<void> {
  const making = `${folder}.${process.pid}`;
  await mkdir(path.dirname(folder), { recursive: true });
  const { build } = await import("vite");
  await build({
    configFile: false,
    root: ROOT,
    logLevel: "warn",
    plugins: [placesOfSources(making)],
    ssr: { noExternal: PUT_IN, target: "node" },
    build: {
      ssr: "cli/run-command.ts",
      outDir: making,
      target: "node20",
      sourcemap: true,
      minify: false,
      rolldownOptions: {
        output: {
          entryFileNames: "run-command.js",
          chunkFileNames: "[name]-[hash].js",
          sourcemapExcludeSources: true,
        },
      },
    },
  });
  try {
    await rename(making, folder);
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    const { code } = error as NodeJS.ErrnoException;
    if (code !== "ENOTEMPTY" && code !== "EEXIST") throw error;
  }
  await removeOld(path.dirname(folder));
}

/** What a source finds beside itself (migrations, templates) it finds from where it is built too. */
function placesOfSources(outDir: string): Plugin {
  return {
    name: "places-of-sources",
    enforce: "pre",
    transform(code, id) {
      if (!code.includes("import.meta.url") || id.includes("node_modules")) return undefined;
      const place = JSON.stringify(path.relative(outDir, id));
      // No line moves, so the map of lines stays what it is.
      return {
        code: code.replaceAll("import.meta.url", `new URL(${place}, import.meta.url).href`),
        map: null,
      };
    },
  };
}

async function removeOld(parent: string): Promise<void> {
  const builds = await Promise.all(
    (await readdir(parent)).map(async (name) => {
      const folder = path.join(parent, name);
      const made = await stat(folder).catch(() => undefined); // Another builder may have removed it meanwhile.
      return { folder, made: made?.mtimeMs ?? 0 };
    }),
  );
  const old = builds.toSorted((one, other) => other.made - one.made).slice(KEPT);
  await Promise.all(old.map(({ folder }) => rm(folder, { recursive: true, force: true })));
}

const [, asked, folder] = process.argv;
if (asked !== undefined && import.meta.url === pathToFileURL(asked).href) {
  if (folder === undefined) throw new Error("name the folder that the command is built into");
  await buildCommand(folder);
}
