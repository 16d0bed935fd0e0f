import { asId } from "#domain/shared/id.ts";
import { instant } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { createDb, createPool } from "#server/db/kysely.ts";
import { decideRight } from "#server/ledgers/decide-right.ts";
import { createMandateCache } from "#server/ledgers/mandate-cache.ts";
import { SPACES } from "#server/units/store-reference.ts";
import { numberAfter } from "./intake.ts";
import { type IntakeStage, setIntakeStage } from "./intake-load.ts";
import { runLoad } from "./kit/load.ts";
import { describeMachine } from "./kit/machine.ts";
import { type BenchServer, cpuPerRequest, startServer } from "./kit/server.ts";
import { judge, printReport } from "./kit/table.ts";

const UNITS = 200;
const MANDATES = 20_000;
const DECISIONS = 400_000;
const AIM = 0.02;
const NOW = instant("2026-11-23T02:00:00.000Z");

/** Processor time of the mandate check, divided by that of a whole intake. Word: `--seconds N` of the load. */
export async function runDecisionBench(words: readonly string[]): Promise<void> {
  const seconds = numberAfter(words, "--seconds", 10);
  const server = await startServer({ env: { JOBS: "0" } });
  try {
    const stage = await setIntakeStage(server, UNITS, MANDATES);
    const decision = await decide(server, stage);
    await runLoad({ base: server.base, requests: stage.requests, clients: 4, seconds: 2 });
    const before = server.cpu();
    const load = await runLoad({ base: server.base, requests: stage.requests, clients: 4, seconds });
    const cpu = cpuPerRequest(before, server.cpu(), load.requests);
    const intake = cpu.program + cpu.database;
    printReport({
      bench: "decision",
      machine: describeMachine(server.postgresVersion),
      conditions: [
        `${MANDATES} mandates over ${UNITS} units; the one that fits comes last of its unit's ${MANDATES / UNITS}.`,
        `${DECISIONS} decisions in this process by the facts that the program's own cache read; ${load.requests} intakes over HTTP.`,
      ],
      tables: [
        {
          title: "Processor time, µs",
          head: ["what", "program", "database"],
          rows: [
            ["one mandate check", decision.microseconds, null],
            ["one intake", cpu.program, cpu.database],
          ],
        },
        {
          title: "Reading the mandates anew, when the epoch has moved",
          head: ["mandates", "ms"],
          rows: [[MANDATES, decision.readMs]],
        },
      ],
      findings: [`check / intake: ${judge(decision.microseconds / intake, "atMost", AIM)}`],
      figures: { ratio: decision.microseconds / intake, readMs: decision.readMs },
    });
  } finally {
    await server.stop();
  }
}

async function decide(server: BenchServer, { units, clerks }: IntakeStage) {
  const db = createDb(createPool({ ...server.appConfig, max: 1 }));
  try {
    const started = performance.now();
    const facts = await createMandateCache(db).fresh(SPACES[0]);
    const readMs = performance.now() - started;
    const inputs = units.map((unit, index) => ({
      unitId: asId<never>(unit.unitId),
      accountId: asId<never>(clerks[index]?.accountId ?? ""),
      posts: [
        {
          id: unit.postOfficeId,
          role: "postalClerk" as const,
          unitId: null,
          agencyId: null,
          postOfficeId: asId<never>(unit.postOfficeId),
          operatorId: null,
          validFrom: plainDate("2026-11-23"),
          validTo: null,
        },
      ],
      decidingAgencyId: asId<never>(unit.agencyId),
    }));
    const ask = (turn: number) => {
      const input = inputs[turn % inputs.length];
      if (!input) throw new Error("a bench has units");
      const right = decideRight(facts, {
        act: "receive",
        ...input,
        procedure: { code: "1.004884", fieldCode: "civilStatus" },
        counterId: null,
        dossierId: null,
        now: NOW,
        preparedBy: null,
      });
      if (!right.ok) throw new Error(`the clerk of unit ${turn % inputs.length} may not: ${right.code}`);
    };
    for (let turn = 0; turn < DECISIONS / 10; turn += 1) ask(turn);
    const before = process.cpuUsage();
    for (let turn = 0; turn < DECISIONS; turn += 1) ask(turn);
    const used = process.cpuUsage(before);
    return { microseconds: (used.user + used.system) / DECISIONS, readMs };
  } finally {
    await db.destroy();
  }
}
