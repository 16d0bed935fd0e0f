import { readRightFacts } from "#contract/right-facts.ts";
import type { RouteContract } from "#contract/route.ts";
import { MAY_ACT_REFUSALS } from "#domain/mandate/may-act.ts";
import { useRef, useState } from "react";
import { v4 as uuid } from "uuid";
import { type ActKey, NO_ACT, answerLost, beginAct } from "./act-key.ts";
import { type AnswerOf, type CallProblem, type CallResult, call } from "./api.ts";
import type { InputOf } from "./api-request.ts";
import { queryClient } from "./query-client.ts";
import { readKey } from "./use-read.ts";

/** What came of an act; `earlier` when it is the answer to a sending before, whose line was lost. */
export type ActResult<T> = CallResult<T> & { readonly earlier: boolean };

/** What a person does with one button: send, see it under way, see why not. */
export interface Act<Route extends RouteContract> {
  /** Sends the act. While one is under way a second press does nothing and gets undefined. */
  readonly send: (input: InputOf<Route>) => Promise<ActResult<AnswerOf<Route>> | undefined>;
  readonly pending: boolean;
  readonly problem: CallProblem | null;
  readonly clearProblem: () => void;
}

/**
 * An act on a route, safe against a double click and against a lost line: see {@link ActKey}. When the
 * answer was lost and the person has since changed the form, the server may already have acted on the
 * first sending; then that first answer is fetched and given, because it is what was recorded.
 */
export function useAct<const Route extends RouteContract>(route: Route): Act<Route> {
  const act = useRef<ActKey<InputOf<Route>>>(NO_ACT);
  const busy = useRef(false);
  const [pending, setPending] = useState(false);
  const [problem, setProblem] = useState<CallProblem | null>(null);

  async function send(input: InputOf<Route>): Promise<ActResult<AnswerOf<Route>> | undefined> {
    if (busy.current) return undefined;
    busy.current = true;
    setPending(true);
    setProblem(null);
    try {
      const begun = beginAct(act.current, uuid());
      act.current = begun;
      const result = await sendOnce(route, input, begun);
      act.current = isOpen(result) ? answerLost(begun, input) : NO_ACT;
      if (!result.ok) {
        setProblem(result.problem);
        if (isRefusedRight(result.problem)) void queryClient.invalidateQueries({ queryKey: RIGHT_FACTS });
      }
      return result;
    } finally {
      busy.current = false;
      setPending(false);
    }
  }

  return { send, pending, problem, clearProblem: () => setProblem(null) };
}

async function sendOnce<Route extends RouteContract>(
  route: Route,
  input: InputOf<Route>,
  act: ActKey<InputOf<Route>> & { readonly key: string },
): Promise<ActResult<AnswerOf<Route>>> {
  const result = await call<Route>(route, { ...input, idempotencyKey: act.key });
  const taken =
    !result.ok && result.problem.kind === "refused" && result.problem.code === "idempotency_key_reused";
  if (!taken || !act.lost) return { ...result, earlier: false };
  return { ...(await call<Route>(route, { ...act.lost, idempotencyKey: act.key })), earlier: true };
}

const RIGHT_FACTS = readKey(readRightFacts);

/** The button thought that the act was allowed: what it decides by is old. */
function isRefusedRight(problem: CallProblem): boolean {
  return problem.kind === "refused" && MAY_ACT_REFUSALS.some((code) => code === problem.code);
}

/** Whether it is still not known if the server acted. */
function isOpen(result: CallResult<unknown>): boolean {
  if (result.ok) return false;
  if (result.problem.kind !== "refused") return true;
  return ["internal_error", "not_ready", "not_signed_in"].includes(result.problem.code);
}
