import { ensureLoadTools } from "./kit/load-tools.ts";

/** Every bench by its name; each prints its own report. */
const BENCHES: Readonly<Record<string, { readonly what: string; readonly run: Bench } | undefined>> = {
  intake: {
    what: "the whole intake over HTTP beside the bare SQL of its rows",
    run: async (words) => (await import("./intake.ts")).runIntakeBench(words),
  },
  decision: {
    what: "the mandate check beside an intake, with 20,000 mandates",
    run: async (words) => (await import("./decision.ts")).runDecisionBench(words),
  },
  queue: {
    what: "work queue, dossier page and searches at 10,000, 1,000,000 and 10,000,000 dossiers",
    run: async (words) => (await import("./queue.ts")).runQueueBench(words),
  },
  custody: {
    what: "a bảng kê of 500 offered and accepted; who holds what at 100,000 and 10,000,000 entries",
    run: async (words) => (await import("./custody.ts")).runCustodyBench(words),
  },
  pages: {
    what: "citizen pages, receipts, memory",
    run: async (words) => (await import("./pages.ts")).runPagesBench(words),
  },
  import: {
    what: "dossiers of another system against a bare COPY of the same rows; quick: 20,000",
    run: async (words) => (await import("./import.ts")).runImportBench(words),
  },
  deadline: {
    what: "due dates a second, and counting all open dossiers of 1,000,000 anew",
    run: async (words) => (await import("./deadline.ts")).runDeadlineBench(words),
  },
  start: {
    what: "from the command to the open door, first and later",
    run: async (words) => (await import("./start.ts")).runStartBench(words),
  },
};

type Bench = (words: readonly string[]) => Promise<void>;

const [name = "", ...words] = process.argv.slice(2);
const bench = BENCHES[name];
if (bench) {
  ensureLoadTools();
  await bench.run(words);
} else {
  const lines = Object.entries(BENCHES).map(([key, one]) => `  ${key.padEnd(10)} ${one?.what ?? ""}`);
  process.stderr.write(`npm run bench -- NAME\n${lines.join("\n")}\n`);
  process.exitCode = 2;
}
