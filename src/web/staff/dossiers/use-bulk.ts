import { type BulkMove, type QueueRow, moveDossiers } from "#contract/queue.ts";
import { useRef, useState } from "react";
import { v4 as uuid } from "uuid";
import { type AnswerOf, type CallProblem, call } from "../api.ts";
import { forgetDossiers } from "./forget-dossiers.ts";

type RowResult = AnswerOf<typeof moveDossiers>["results"][number];

/** What is to be moved, in the version that was seen; of an assignment, whose it is to be. */
export interface BulkRow {
  readonly dossierId: string;
  readonly version: number;
}

/** So many are sent at a time, so that one sees it go on. */
const SENT_AT_ONCE = 5;

export interface Bulk<Row extends BulkRow = QueueRow> {
  readonly results: ReadonlyMap<string, RowResult>;
  readonly running: boolean;
  /** Why it stopped before the end; what was done stays done. */
  readonly problem: CallProblem | null;
  /** Sends all, or goes on after the line was lost: a part whose answer is missing is sent under its old key. */
  readonly send: (note: string, toOf?: (row: Row) => string) => Promise<void>;
}

/** One move of many dossiers, a few at a time, with an answer for each. */
export function useBulk<Row extends BulkRow>(move: BulkMove, rows: readonly Row[]): Bulk<Row> {
  const [results, setResults] = useState<ReadonlyMap<string, RowResult>>(new Map());
  const [running, setRunning] = useState(false);
  const [problem, setProblem] = useState<CallProblem | null>(null);
  const keys = useRef(new Map<number, string>());

  async function send(note: string, toOf?: (row: Row) => string): Promise<void> {
    setRunning(true);
    setProblem(null);
    const done = new Map(results);
    for (let from = 0; from < rows.length; from += SENT_AT_ONCE) {
      const part = rows.slice(from, from + SENT_AT_ONCE);
      if (part.every(({ dossierId }) => done.has(dossierId))) continue;
      const key = keys.current.get(from) ?? uuid();
      keys.current.set(from, key);
      const dossiers = part.map((row) => ({
        dossierId: row.dossierId,
        version: row.version,
        ...(toOf && { toAccountId: toOf(row) }),
      }));
      const body = { move, dossiers, ...(note === "" ? {} : { note }) };
      const answer = await call(moveDossiers, { body, idempotencyKey: key });
      if (!answer.ok) {
        setProblem(answer.problem);
        break;
      }
      for (const result of answer.value.results) done.set(result.dossierId, result);
      setResults(new Map(done));
    }
    setRunning(false);
    await forgetDossiers();
  }

  return { results, running, problem, send };
}
