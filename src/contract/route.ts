import type { Permission } from "#domain/mandate/permission.ts";
import type { TObject, TSchema } from "typebox";
import type { RefusalCode } from "./refusals.ts";

export type Method = "GET" | "POST" | "PUT" | "DELETE";

/**
 * One route as both sides know it: who may knock, what goes in, what comes out, which refusals are part
 * of it. A route without a permission does not compile, nor a refusal that is not in the one list.
 */
export interface RouteContract {
  readonly method: Method;
  /** Under /api/v1, with `:name` for parameters. */
  readonly path: `/${string}`;
  readonly summary: string;
  readonly permission: Permission;
  readonly params?: TObject;
  /** Query values are texts: nothing is coerced on the way in. */
  readonly query?: TObject;
  readonly body?: TSchema;
  readonly response: TSchema;
  readonly refusals: readonly RefusalCode[];
  /** Set when the answer shows a person's data: each such read is logged with who, what and when. */
  readonly readsPersons?: true;
  /** Set when texts must arrive exactly as they were typed: passwords, half-filled forms. */
  readonly asTyped?: true;
  /** Set when the body is a file's bytes rather than JSON. */
  readonly bodyType?: "bytes";
  /** Set when the answer is a file's bytes rather than JSON. */
  readonly responseType?: "bytes";
}

/** Keeps the literal types of a route, so that handlers and callers are checked against them. */
export function defineRoute<const Route extends RouteContract>(route: Route): Route {
  return route;
}

export const API_PREFIX = "/api/v1";

/** Header with the server's moment, on every answer: the clock of a shared PC may be wrong by years. */
export const SERVER_TIME_HEADER = "x-server-time";
