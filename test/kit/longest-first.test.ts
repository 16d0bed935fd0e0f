import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { SECONDS, secondsOf } from "./longest-first.ts";

const ROOT = new URL("../../", import.meta.url);

test("every file that is known to take long is there", () => {
  const gone = Object.keys(SECONDS).filter((file) => !existsSync(fileURLToPath(new URL(file, ROOT))));
  expect(gone).toEqual([]);
});

test.each([
  { file: "test/durability.test.ts", before: "test/compiler.test.ts", because: "it was measured" },
  { file: "test/compiler.test.ts", before: "src/server/db/roles.test.ts", because: "it starts processes" },
  {
    file: "src/server/db/roles.test.ts",
    before: "src/domain/shared/csv-cell.test.ts",
    because: "it has a database",
  },
])("$file starts before $before, because $because", ({ file, before }) => {
  expect(secondsOf(file)).toBeGreaterThan(secondsOf(before));
});
