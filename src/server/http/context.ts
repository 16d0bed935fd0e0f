import type { RouteContract } from "#contract/route.ts";
import type { Result } from "#domain/shared/result.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Static, TSchema } from "typebox";
import type { Planning, Space, Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import type { Actor } from "../ledgers/actor.ts";
import type { MandateFacts } from "../ledgers/mandate-cache.ts";
import type { Opening } from "../ledgers/open-dossier.ts";
import type { Reference } from "../units/reference.ts";

type Part<Route extends RouteContract, Name extends "params" | "query" | "body"> = Route[Name] extends TSchema
  ? Static<Route[Name]>
  : undefined;

/** Who is there: a public route may be called by nobody, any other one has an actor. */
type ActorOf<Route extends RouteContract> = Route["permission"] extends "public" ? Actor | null : Actor;

/** What a use-case is given: input that fits the contract, who asks, and the ways to read and to write. */
export interface Context<Route extends RouteContract> {
  readonly deps: Deps;
  readonly actor: ActorOf<Route>;
  readonly reference: Reference;
  readonly params: Part<Route, "params">;
  readonly query: Part<Route, "query">;
  readonly body: Part<Route, "body">;
  readonly now: Instant;
  readonly requestId: string;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  /**
   * The mandates as they stand now, for an answer that writes nothing. Asked before {@link Context.read}: inside
   * it a second connection would be waited for while the first is held, and all could wait for ever.
   */
  readonly mandates: () => Promise<MandateFacts>;
  /** Reads in one transaction of the actor's space, behind the row policies. */
  readonly read: <T>(run: (tx: Tx, space: Space) => Promise<T>, planned?: Planning) => Promise<T>;
  /**
   * Writes in one transaction, once per Idempotency-Key: a repeated request gets the first one's answer.
   * A refusal rolls everything back.
   */
  readonly write: <T, Code extends string>(
    run: (tx: Tx, space: Space) => Promise<Result<T, Code>>,
  ) => Promise<Result<T, Code>>;
  /**
   * {@link Context.write} for an act that rests on a right. Decides by the cached mandates; when the ledger finds
   * that they have changed meanwhile, or an old cache refused the right, it is decided once more by the new ones. Of a
   * request that asks for several acts each part is a transaction of its own, once under its own key.
   */
  readonly act: <T, Code extends string>(
    run: (tx: Tx, space: Space, mandates: MandateFacts) => Promise<Result<T, Code>>,
    part?: RequestPart,
  ) => Promise<Result<T, Code | "mandates_changed">>;
  /**
   * {@link Context.act} for a new dossier, for which everything that decides is known beforehand: decided without a
   * transaction, then written in one statement. The answer is that of the opening with the dossier's code. A request
   * that opens several names each part: a part that was opened before is answered from then, whatever the request's key.
   */
  readonly open: <T extends object, Code extends string>(
    decide: (mandates: MandateFacts) => Result<Opening<T>, Code>,
    part?: RequestPart,
  ) => Promise<Result<T & { readonly code: string }, Code | "mandates_changed">>;
}

/** One of several things that a request asks for, each once. */
export interface RequestPart {
  /** Which one, among all that this person ever asks for; with a sign that no Idempotency-Key has. */
  readonly key: string;
  /** What is asked: the same key with something else is somebody's mistake. */
  readonly body: unknown;
}

/** What a route's use-case answers: the promised shape, or a refusal that the contract declares. */
export type Answer<Route extends RouteContract> = Promise<
  Result<Static<Route["response"]>, Route["refusals"][number]>
>;

export interface BoundRoute {
  readonly contract: RouteContract;
  /** The use-case writes by {@link Context.open} alone, whose statement asserts the session. */
  readonly assertsSession?: true;
  readonly handle: (context: Context<RouteContract>) => Promise<Result<unknown, string>>;
}

/** Joins a contract with its use-case; an undeclared refusal or a wrong answer does not compile. */
export function bind<const Route extends RouteContract>(
  contract: Route,
  handle: (context: Context<Route>) => Answer<Route>,
): BoundRoute {
  return { contract, handle: handle };
}

/**
 * {@link Context} without the ways of writing that do not assert the session. What is read only helps to decide: a refusal
 * is decided anew with the session as it is, and anything else is asserted by the statement that writes.
 */
export type OpeningContext<Route extends RouteContract> = Omit<Context<Route>, "write" | "act" | "mandates">;

/**
 * {@link bind} for a use-case that only opens a dossier. Its session need not be read by a statement of its own when
 * it was read a moment ago: the statement that writes asserts it, and what it does not pass is asked anew.
 */
export function bindOpening<const Route extends RouteContract>(
  contract: Route,
  handle: (context: OpeningContext<Route>) => Answer<Route>,
): BoundRoute {
  return { ...bind(contract, handle), assertsSession: true };
}

/** The bytes of a file as an answer of a route whose `responseType` is "bytes". */
export interface FileAnswer {
  readonly content: Uint8Array;
  readonly mediaType: string;
  /** The name under which a browser saves it. */
  readonly fileName: string;
}
