import type { RouteContract } from "#contract/route.ts";
import type { Static, TSchema } from "typebox";

type Part<Route, Name extends string> = Route extends { readonly [Key in Name]: infer Schema extends TSchema }
  ? Static<Schema>
  : never;

/** A part that the contract names must be given; one whose values are all optional may be left out. */
type PartInput<Route, Name extends string> = [Part<Route, Name>] extends [never]
  ? { readonly [Key in Name]?: never }
  : Partial<Part<Route, Name>> extends Part<Route, Name>
    ? { readonly [Key in Name]?: Part<Route, Name> }
    : { readonly [Key in Name]: Part<Route, Name> };

type BodyInput<Route> = Route extends { readonly bodyType: "bytes" }
  ? { readonly body: Blob }
  : PartInput<Route, "body">;

/** What a caller gives for a route, as its contract says. */
export type InputOf<Route extends RouteContract> = PartInput<Route, "params"> &
  PartInput<Route, "query"> &
  BodyInput<Route> & {
    /** The key of the act, kept by the caller so that repeating the act repeats the key. */
    readonly idempotencyKey?: string;
    /** Let the request go out even when the tab is closed meanwhile. */
    readonly outliveTab?: boolean;
  };

interface LooseInput {
  readonly params?: unknown;
  readonly query?: unknown;
  readonly body?: unknown;
  readonly idempotencyKey?: string;
  readonly outliveTab?: boolean;
}

/** Browsers let at most 64 KiB outlive a tab; what is larger is sent the usual way. */
const OUTLIVING_LENGTH_MAX = 20_000;

/**
 * The address (below the API's prefix) and the options of a request. Every write carries an
 * Idempotency-Key: the caller's, or `newKey` for a write that is never repeated by hand.
 * @example requestOf(readProcedure, { params: { code: "1.001193" } }, key).url → "/procedures/1.001193"
 */
export function requestOf(
  route: RouteContract,
  input: LooseInput,
  newKey: string,
): { readonly url: string; readonly init: RequestInit } {
  const params = texts(input.params);
  const path = route.path.replace(/:(\w+)/g, (_, name: string) => encodeURIComponent(params[name] ?? ""));
  const query = new URLSearchParams(texts(input.query)).toString();
  const headers: Record<string, string> = { accept: "application/json" };
  if (route.method !== "GET") headers["idempotency-key"] = input.idempotencyKey ?? newKey;
  const init: RequestInit = { method: route.method, headers, credentials: "same-origin" };
  if (input.body instanceof Blob) {
    headers["content-type"] = "application/octet-stream";
    init.body = input.body;
  } else if (input.body !== undefined) {
    headers["content-type"] = "application/json";
    const json = JSON.stringify(input.body);
    init.body = json;
    if (input.outliveTab && json.length <= OUTLIVING_LENGTH_MAX) init.keepalive = true;
  }
  return { url: query === "" ? path : `${path}?${query}`, init };
}

function texts(values: unknown): Record<string, string> {
  const named = Object.entries((values ?? {}) as Record<string, unknown>);
  return Object.fromEntries(
    named.flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
  );
}
