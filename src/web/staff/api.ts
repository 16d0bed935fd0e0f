import type { Problem, RefusalCode } from "#contract/refusals.ts";
import { REFUSALS } from "#contract/refusals.ts";
import { API_PREFIX, type RouteContract } from "#contract/route.ts";
import type { RefusalDetails } from "#web/text/refusal-words.ts";
import type { Static, TSchema } from "typebox";
import { v4 as uuid } from "uuid";
import { type InputOf, requestOf } from "./api-request.ts";
import { noteServerTime } from "./server-clock.ts";

/** Why a call brought no value. */
export type CallProblem =
  /** The server said no, with a code from the one list. */
  | {
      readonly kind: "refused";
      readonly code: RefusalCode;
      readonly details: RefusalDetails;
      readonly requestId: string;
    }
  /** No answer came: whether the server acted is not known. Repeating with the same key is safe. */
  | { readonly kind: "offline" }
  /** Something that is not an answer of this API, as from a proxy on the way. */
  | { readonly kind: "unexpected"; readonly status: number };

export type CallResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problem: CallProblem };

/** What a route answers: a file's bytes as a Blob, everything else as the contract says. */
export type AnswerOf<Route extends RouteContract> = Route extends { readonly responseType: "bytes" }
  ? Blob
  : Route["response"] extends infer Schema extends TSchema
    ? Static<Schema>
    : never;

/** Longer than the slowest honest answer; then the line counts as lost. */
const TIMEOUT_MS = 30_000;

/** Asked when a session has ended in the middle of work; true when the same person has signed in again. */
type SignInAgain = () => Promise<boolean>;
let signInAgain: SignInAgain | undefined;

/** The sign-in dialog registers itself here; the answer takes it away again. */
export function onSessionEnd(ask: SignInAgain): () => void {
  signInAgain = ask;
  return () => {
    if (signInAgain === ask) signInAgain = undefined;
  };
}

/**
 * Calls a route. Nothing is thrown for what can happen in the world: a refusal, a lost line and a strange
 * answer are values. When the session has ended, the person is asked to sign in over the page and the
 * same request, with the same key, is sent once more.
 * @example const found = await call(searchProcedures, { query: { q: "khai sinh" } });
 */
export async function call<const Route extends RouteContract>(
  route: Route,
  input: InputOf<Route>,
): Promise<CallResult<AnswerOf<Route>>> {
  const request = requestOf(route, input, uuid());
  const first = await send<AnswerOf<Route>>(route, request.url, request.init);
  if (first.ok || !isSessionEnd(first.problem) || route.permission === "public" || !signInAgain) return first;
  return (await signInAgain()) ? send<AnswerOf<Route>>(route, request.url, request.init) : first;
}

function isSessionEnd(problem: CallProblem): boolean {
  return problem.kind === "refused" && problem.code === "not_signed_in";
}

async function send<T>(route: RouteContract, url: string, init: RequestInit): Promise<CallResult<T>> {
  let response: Response;
  try {
    response = await fetch(API_PREFIX + url, { ...init, signal: AbortSignal.timeout(TIMEOUT_MS) });
    noteServerTime(response.headers);
    if (!response.ok) return { ok: false, problem: await problemOf(response) };
    return {
      ok: true,
      value: (route.responseType === "bytes" ? await response.blob() : await response.json()) as T,
    };
  } catch (error) {
    if (error instanceof SyntaxError) return { ok: false, problem: { kind: "unexpected", status: 200 } };
    if (error instanceof TypeError || error instanceof DOMException)
      return { ok: false, problem: { kind: "offline" } };
    throw error;
  }
}

async function problemOf(response: Response): Promise<CallProblem> {
  const isProblem = response.headers.get("content-type")?.includes("json") === true;
  const body: Partial<Problem> = isProblem ? ((await response.json()) as Partial<Problem>) : {};
  if (body.code === undefined || !(body.code in REFUSALS))
    return { kind: "unexpected", status: response.status };
  return { kind: "refused", code: body.code, details: body.details ?? {}, requestId: body.requestId ?? "" };
}
