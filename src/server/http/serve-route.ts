import { API_PREFIX, SERVER_TIME_HEADER } from "#contract/route.ts";
import { REFUSALS, type RefusalCode } from "#contract/refusals.ts";
import { MAY_ACT_REFUSALS } from "#domain/mandate/may-act.ts";
import { type Permission, permits } from "#domain/mandate/permission.ts";
import { type Result, invariant, refuse } from "#domain/shared/result.ts";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { inSpace } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { sha256 } from "../keys/key-ring.ts";
import { logAccess } from "../ledgers/access-log.ts";
import { type Actor, actorOf } from "../ledgers/actor.ts";
import type { MandateFacts } from "../ledgers/mandate-cache.ts";
import { MandatesMoved } from "../ledgers/mandates-moved.ts";
import type { BoundRoute, Context, FileAnswer } from "./context.ts";
import { idempotentWrite } from "./idempotent-write.ts";
import { sendProblem } from "./problem.ts";
import { SESSION_COOKIE } from "./session-cookie.ts";
import { extendSession, findSession } from "./session-store.ts";

/** Puts a bound route on the server: session, permission, key, use-case, read log, answer, in this order. */
export function serveRoute(app: FastifyInstance, deps: Deps, route: BoundRoute): void {
  const { contract } = route;
  app.route({
    method: contract.method,
    url: API_PREFIX + contract.path,
    schema: {
      summary: contract.summary,
      ...(contract.params && { params: contract.params }),
      ...(contract.query && { querystring: contract.query }),
      ...(contract.body && !contract.bodyType && { body: contract.body }),
      ...(!contract.responseType && { response: { 200: contract.response } }),
    },
    // A file is large: who is not signed in is refused before a byte of it is kept in memory.
    ...(contract.bodyType === "bytes" && {
      onRequest: async (request: FastifyRequest, reply: FastifyReply) =>
        (await readActor(deps, request)) ? undefined : sendProblem(reply, refuse("not_signed_in")),
    }),
    handler: async (request, reply) => {
      reply.header(SERVER_TIME_HEADER, deps.clock.now());
      // A shared PC keeps nothing of what a signed-in person saw.
      if (contract.permission !== "public") reply.header("cache-control", "no-store");
      const actor = await readActor(deps, request);
      const result =
        refusedAtTheDoor(route, request, actor) ?? (await handle(deps, route, request, reply, actor));
      await logPersonalAccess(deps, route, request, actor, result);
      return send(reply, route, result);
    },
  });
}

async function readActor(deps: Deps, request: FastifyRequest): Promise<Actor | null> {
  const token = request.cookies[SESSION_COOKIE];
  if (!token) return null;
  const now = deps.clock.now();
  const session = await findSession(deps.db, sha256(token), now);
  if (!session) return null;
  await extendSession(deps.db, session, now);
  return actorOf(session, await deps.reference.at(session.referenceEpoch));
}

function refusedAtTheDoor(
  { contract }: BoundRoute,
  request: FastifyRequest,
  actor: Actor | null,
): Result<never, RefusalCode> | undefined {
  if (contract.permission === "public") return undefined;
  if (!actor) return refuse("not_signed_in");
  if (!permits(actor.roles, contract.permission)) return refuse("permission_missing");
  // A post whose place no space serves (an office without a counter) gives nothing to read or to write yet.
  if (!actor.space && !NEEDS_NO_SPACE.has(contract.permission)) return refuse("permission_missing");
  if (contract.method !== "GET" && idempotencyKey(request) === undefined)
    return refuse("idempotency_key_missing");
  return undefined;
}

const NEEDS_NO_SPACE: ReadonlySet<Permission> = new Set<Permission>(["signedIn", "counter.serve"]);

const KEY_SHAPE = /^[\w-]{8,100}$/;

function idempotencyKey(request: FastifyRequest): string | undefined {
  const key = request.headers["idempotency-key"];
  return typeof key === "string" && KEY_SHAPE.test(key) ? key : undefined;
}

function handle(
  deps: Deps,
  route: BoundRoute,
  request: FastifyRequest,
  reply: FastifyReply,
  actor: Actor | null,
): Promise<Result<unknown, string>> {
  const context = {
    deps,
    actor,
    reference: deps.reference.current(),
    params: request.params,
    query: request.query,
    body: request.body,
    now: deps.clock.now(),
    requestId: request.id,
    request,
    reply,
    ...transactions(deps, route, request, actor),
  };
  return route.handle(context as unknown as Context<BoundRoute["contract"]>);
}

/** The ways into the database that a use-case has. */
function transactions(deps: Deps, { contract }: BoundRoute, request: FastifyRequest, actor: Actor | null) {
  const home = () => {
    invariant(actor?.space, `${contract.path} needs somebody with a space`);
    return { actor, space: actor.space };
  };
  const write: Context<BoundRoute["contract"]>["write"] = async (run) => {
    const { actor: who, space } = home();
    const body = bodyText(request.body);
    if (body === undefined) return refuse("input_malformed") as Awaited<ReturnType<typeof run>>;
    const written = await idempotentWrite(
      deps.db,
      space,
      {
        accountId: who.accountId,
        places: who.places,
        key: idempotencyKey(request) ?? "",
        route: `${contract.method} ${contract.path}`,
        hash: sha256(Buffer.concat([sha256(`${contract.method} ${request.url}`), sha256(body)])),
        now: deps.clock.now(),
      },
      (tx) => run(tx, space),
    );
    return written as Awaited<ReturnType<typeof run>>;
  };
  return {
    read: <T>(run: Parameters<Context<BoundRoute["contract"]>["read"]>[0]) => {
      const { actor: who, space } = home();
      return inSpace(deps.db, space, { places: who.places, accountId: who.accountId }, (tx) =>
        run(tx, space),
      ) as Promise<T>;
    },
    write,
    mandates: async () => deps.mandates.fresh(home().space),
    act: (async (run) => {
      const attempt = (facts: MandateFacts) => unlessMoved(write((tx, space) => run(tx, space, facts)));
      const seen = await deps.mandates.cached(home().space);
      const first = await attempt(seen);
      if (first && !isRefusedRight(first)) return first;
      const facts = await deps.mandates.fresh(home().space);
      if (first && facts.epoch === seen.epoch) return first;
      return (await attempt(facts)) ?? refuse("mandates_changed");
    }) as Context<BoundRoute["contract"]>["act"],
  };
}

/** A body as bytes or text to be hashed; undefined for JSON nested so deeply that nothing could write it again. */
function bodyText(body: unknown): Uint8Array | string | undefined {
  if (body instanceof Uint8Array) return body;
  try {
    return JSON.stringify(body ?? null);
  } catch (error) {
    if (error instanceof RangeError) return undefined;
    throw error;
  }
}

/** What the write answered, or undefined when the mandates that it was decided by are no longer those in force. */
async function unlessMoved<T>(write: Promise<T>): Promise<T | undefined> {
  try {
    return await write;
  } catch (error) {
    if (error instanceof MandatesMoved) return undefined;
    throw error;
  }
}

function isRefusedRight(result: Result<unknown, string>): boolean {
  return !result.ok && MAY_ACT_REFUSALS.some((code) => code === result.code);
}

/** Every read of a person's data and every refusal of somebody known is kept; without the line no answer. */
async function logPersonalAccess(
  deps: Deps,
  { contract }: BoundRoute,
  request: FastifyRequest,
  actor: Actor | null,
  result: Result<unknown, string>,
): Promise<void> {
  if (!actor?.space || (result.ok && !contract.readsPersons)) return;
  const { dossierId } = request.params as { dossierId?: string };
  await logAccess(deps.db, actor.space, {
    id: deps.newId(),
    at: deps.clock.now(),
    accountId: actor.accountId,
    route: `${contract.method} ${contract.path}`,
    dossierId: dossierId ?? null,
    outcome: result.ok ? "ok" : result.code,
    requestId: request.id,
  });
}

function send(reply: FastifyReply, { contract }: BoundRoute, result: Result<unknown, string>): FastifyReply {
  if (!result.ok) {
    invariant(result.code in REFUSALS, `${result.code} is a declared refusal`);
    return sendProblem(reply, { ...result, code: result.code as RefusalCode });
  }
  if (contract.responseType !== "bytes") return reply.send(result.value);
  const file = result.value as FileAnswer;
  return reply
    .type(file.mediaType)
    .header("content-disposition", `inline; filename*=UTF-8''${encodeFileName(file.fileName)}`)
    .send(Buffer.from(file.content));
}

/** RFC 8187: what encodeURIComponent leaves alone but a header's value may not hold is escaped too. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
