import { type CheckedDate, checkDueDates, moveDueDates } from "#contract/calendars.ts";
import { useRef, useState } from "react";
import { v4 as uuid } from "uuid";
import { type CallProblem, call } from "../api.ts";

/** What a walk over the open dossiers has found so far. */
export interface Walked {
  readonly looked: number;
  readonly total: number;
  readonly dates: readonly CheckedDate[];
}

export interface Moved {
  readonly moved: number;
  readonly settled: number;
}

/** Where the work stands. */
export type DatesState =
  | { readonly kind: "idle" }
  | { readonly kind: "checking"; readonly walked: Walked }
  | { readonly kind: "checked"; readonly walked: Walked }
  | { readonly kind: "moving"; readonly walked: Walked; readonly looked: number }
  | { readonly kind: "moved"; readonly done: Moved };

/**
 * Counts the open dates anew, part by part, and moves them. What is interrupted is begun again by the same button: a part
 * that was moved does not move twice.
 */
export function useDueDates() {
  const [state, setState] = useState<DatesState>({ kind: "idle" });
  const [problem, setProblem] = useState<CallProblem | null>(null);
  const busy = useRef(false);

  async function alone(run: () => Promise<void>): Promise<void> {
    if (busy.current) return;
    busy.current = true;
    setProblem(null);
    try {
      await run();
    } finally {
      busy.current = false;
    }
  }

  const check = () =>
    alone(async () => {
      let walked: Walked = { looked: 0, total: 0, dates: [] };
      let after: string | null = null;
      do {
        setState({ kind: "checking", walked });
        const part: Part = await call(checkDueDates, { query: after === null ? {} : { after } });
        if (!part.ok) {
          setState({ kind: "idle" });
          return setProblem(part.problem);
        }
        const { looked, total, dates } = part.value;
        walked = {
          looked: walked.looked + looked,
          total: total ?? walked.total,
          dates: [...walked.dates, ...dates],
        };
        after = part.value.next;
      } while (after !== null);
      setState({ kind: "checked", walked });
    });

  const move = (walked: Walked) =>
    alone(async () => {
      const sum = { looked: 0, moved: 0, settled: 0 };
      let after: string | null = null;
      do {
        setState({ kind: "moving", walked, looked: sum.looked });
        const part: MovedPart = await call(moveDueDates, { body: { after }, idempotencyKey: uuid() });
        if (!part.ok) {
          setState({ kind: "checked", walked });
          return setProblem(part.problem);
        }
        sum.looked += part.value.looked;
        sum.moved += part.value.moved;
        sum.settled += part.value.settled;
        after = part.value.next;
      } while (after !== null);
      setState({ kind: "moved", done: sum });
    });

  return { state, problem, check, move };
}

type Part = Awaited<ReturnType<typeof call<typeof checkDueDates>>>;
type MovedPart = Awaited<ReturnType<typeof call<typeof moveDueDates>>>;
