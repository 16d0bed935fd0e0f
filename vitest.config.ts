import { defineConfig } from "vitest/config";
import { LongestFirst } from "./test/kit/longest-first.ts";

/** What a page comes to show is waited for on a busy machine as well: the usual second says how fast it is, not whether. */
const LIMITS = {
  testTimeout: 60_000,
  hookTimeout: 120_000,
  expect: { poll: { timeout: 10_000 } },
} as const;

// One config for the whole gate. A test database is a clone of a template, so files may run side by side.
export default defineConfig({
  test: {
    globalSetup: ["test/kit/global-setup.ts"],
    maxWorkers: 2,
    sequence: { sequencer: LongestFirst },
    reporters: ["default", ["json", { outputFile: "artefacts/vitest.json" }]],
    projects: [
      {
        test: {
          // Rules keep nothing between two calls: their files share a process, which loads every module once.
          name: "rules",
          include: ["src/{domain,contract}/**/*.test.ts"],
          isolate: false,
          ...LIMITS,
        },
      },
      {
        test: {
          // Each opens a program of its own on a database of its own; the modules keep only what holds for every one
          // of them (texts of statements, compiled schemas). Loading them took as long as the tests.
          name: "rooms",
          setupFiles: ["test/kit/after-each.ts"],
          include: ["src/{server,web}/**/*.test.ts", "test/journeys/*.test.ts"],
          isolate: false,
          ...LIMITS,
        },
      },
      {
        test: {
          name: "program",
          setupFiles: ["test/kit/after-each.ts"],
          include: ["test/**/*.test.ts"],
          exclude: ["test/journeys/*"],
          ...LIMITS,
        },
      },
    ],
  },
});
