import path from "node:path";
import { importedFile, importsOf, isTest, packageName, sourceFiles } from "./source-files.ts";

/** What a room may use: other rooms, and packages. `node` stands for all modules of Node. */
export interface Uses {
  readonly rooms: readonly string[];
  readonly packages: readonly string[];
}

/** A file that joins features and so knows all of them is a room of its own. */
const COMPOSITION = ["src/server/http/bound-routes.ts"];

/**
 * The room that a file lives in: a folder under its program, or the file itself where it stands alone.
 * @example roomOf("src/server/intake/keep-drafts.ts") → "server/intake"; roomOf("src/server/main.ts") → "server/main"
 */
function roomOf(file: string): string {
  const place = file.replace(/^src\//, "");
  if (COMPOSITION.includes(file) || /^server\/[^/]+$/.test(place)) return withoutEnding(place);
  const words = place.split("/");
  return words.length === 1 ? place : words.slice(0, Math.min(depthOf(place), words.length - 1)).join("/");
}

/** How many folders deep a program is divided. */
function depthOf(place: string): number {
  if (place.startsWith("web/staff/")) return 3;
  return /^(?:domain|server|web|db)\//.test(place) ? 2 : 1;
}

function withoutEnding(place: string): string {
  return place.slice(0, -path.extname(place).length);
}

/** Across programs only the program counts: the compiler sees to the direction, the room is its own affair. */
function targetOf(from: string, file: string): string {
  const to = roomOf(file);
  const program = to.split("/")[0] ?? "";
  const foreign = program !== from.split("/")[0];
  return foreign && ["domain", "contract"].includes(program) ? program : to;
}

/** What each room uses today, read from the imports of its files; tests see everything and are not asked. */
export function usesOfRooms(): Readonly<Record<string, Uses>> {
  const found = new Map<string, { rooms: Set<string>; packages: Set<string> }>();
  for (const file of sourceFiles().filter((one) => !isTest(one))) {
    const room = roomOf(file);
    const uses = found.get(room) ?? { rooms: new Set(), packages: new Set() };
    found.set(room, uses);
    for (const specifier of importsOf(file)) {
      const imported = importedFile(file, specifier);
      if (imported === undefined)
        uses.packages.add(specifier.startsWith("node:") ? "node" : packageName(specifier));
      else if (roomOf(imported) !== room) uses.rooms.add(targetOf(room, imported));
    }
  }
  return Object.fromEntries(
    [...found].map(([room, { rooms, packages }]) => [
      room,
      { rooms: [...rooms].sort(), packages: [...packages].sort() },
    ]),
  );
}
