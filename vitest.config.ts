import { defineConfig } from "vitest/config";

// One config for the whole gate. A test database is a clone of a template, so files may run side by side.
export default defineConfig({
  test: {
    include: ["src/**/*.test.ts", "test/**/*.test.ts"],
    globalSetup: ["test/kit/global-setup.ts"],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    maxWorkers: 2,
    reporters: ["default", ["json", { outputFile: "artefacts/vitest.json" }]],
  },
});
