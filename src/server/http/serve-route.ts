import { API_PREFIX, SERVER_TIME_HEADER } from "#contract/route.ts";
import { REFUSALS, type RefusalCode } from "#contract/refusals.ts";
import { type Permission, permits } from "#domain/mandate/permission.ts";
import { localTime } from "#domain/shared/instant.ts";
import { type Result, invariant, refuse } from "#domain/shared/result.ts";
import type {
  FastifyInstance,
  FastifyReply,
  FastifyRequest,
  onRequestAsyncHookHandler,
  onRequestHookHandler,
  preValidationHookHandler,
} from "fastify";
import type { Deps } from "../deps.ts";
import { sha256 } from "../keys/key-ring.ts";
import { logAccess } from "../ledgers/access-log.ts";
import { type Actor, actorOf } from "../ledgers/actor.ts";
import type { BoundRoute, Context, FileAnswer } from "./context.ts";
import { sendProblem } from "./problem.ts";
import { tooManyFromOutside } from "./public-rate.ts";
import { makeReadable } from "./readable-input.ts";
import { SESSION_COOKIE } from "./session-cookie.ts";
import { extendSession, findSession } from "./session-store.ts";
import { transactions } from "./transactions.ts";

/** Puts a bound route on the server: session, permission, key, use-case, read log, answer, in this order. */
export function serveRoute(
  app: FastifyInstance,
  deps: Deps,
  route: BoundRoute,
  secure: onRequestHookHandler,
): void {
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
    helmet: false,
    // What a write answers is a few ids: nothing to compress.
    ...(contract.method !== "GET" && { compress: false as const }),
    ...(!contract.asTyped && { preValidation: readableFirst }),
    onRequest: contract.bodyType === "bytes" ? [secure, signedInFirst(deps)] : secure,
    handler: async (request, reply) => {
      reply.header(SERVER_TIME_HEADER, deps.clock.now());
      // A shared PC keeps nothing of what a signed-in person saw.
      if (contract.permission !== "public") reply.header("cache-control", "no-store");
      const answer = async (actor: Actor | null, remembered: boolean) =>
        refusedAtTheDoor(route, request, actor) ??
        (await tooManyFromOutside(deps, contract, request, actor)) ??
        (await handle(deps, route, { request, reply, actor, remembered }));
      const known = route.assertsSession && rememberedActor(deps, request);
      const written = known && (await answer(known, true));
      if (written && written.ok) return send(reply, route, written);
      const actor = await readActor(deps, request);
      const result = await answer(actor, false);
      await logPersonalAccess(deps, route, request, actor, result);
      return send(reply, route, result);
    },
  });
}

/** Texts are read as they will be kept before the contract asks whether they say something. */
const readableFirst: preValidationHookHandler = (request, reply, next) => {
  const query = makeReadable(request.query, "querystring");
  const all = query.ok ? makeReadable(request.body, "body") : query;
  if (all.ok) next();
  else sendProblem(reply, all);
};

/** A file is large: who is not signed in is refused before a byte of it is kept in memory. */
function signedInFirst(deps: Deps): onRequestAsyncHookHandler {
  return async (request, reply) =>
    (await readActor(deps, request)) ? undefined : sendProblem(reply, refuse("not_signed_in"));
}

function rememberedActor(deps: Deps, request: FastifyRequest): Actor | undefined {
  const token = request.cookies[SESSION_COOKIE];
  return token ? deps.actors.of(sha256(token), deps.clock.now(), deps.reference.current().epoch) : undefined;
}

async function readActor(deps: Deps, request: FastifyRequest): Promise<Actor | null> {
  const token = request.cookies[SESSION_COOKIE];
  if (!token) return null;
  const now = deps.clock.now();
  const session = await findSession(deps.db, sha256(token), now);
  if (!session) return null;
  await extendSession(deps.db, session, now);
  const actor = actorOf(session, await deps.reference.at(session.referenceEpoch), localTime(now).day);
  deps.actors.keep(actor, now);
  return actor;
}

function refusedAtTheDoor(
  { contract }: BoundRoute,
  request: FastifyRequest,
  actor: Actor | null,
): Result<never, RefusalCode> | undefined {
  if (contract.permission === "public") return undefined;
  if (!actor) return refuse("not_signed_in");
  const { permission } = contract;
  if (!permits(actor.roles, permission)) return refuse("permission_missing", { permission });
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

interface Asked {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly actor: Actor | null;
  readonly remembered: boolean;
}

function handle(deps: Deps, route: BoundRoute, asked: Asked): Promise<Result<unknown, string>> {
  const { request, reply, actor, remembered } = asked;
  const { contract } = route;
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
    ...transactions(deps, { contract, request, actor, remembered, key: idempotencyKey(request) }),
  };
  return route.handle(context as unknown as Context<BoundRoute["contract"]>);
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
    .header("content-disposition", `inline; filename*=UTF-8''${encodeFileName(nameOfType(file))}`)
    .send(Buffer.from(file.content));
}

/** How the files end that people bring; the first is put behind a name that says something else. */
const ENDINGS = new Map([
  ["application/pdf", [".pdf"]],
  ["image/png", [".png"]],
  ["image/jpeg", [".jpg", ".jpeg"]],
]);

/** A file is saved as what it is, whatever it was called when it came: a PDF called "x.html" is opened as a PDF. */
function nameOfType({ fileName, mediaType }: FileAnswer): string {
  const [ending, ...others] = ENDINGS.get(mediaType) ?? [];
  const says = (end: string) => fileName.toLowerCase().endsWith(end);
  return ending === undefined || [ending, ...others].some(says) ? fileName : `${fileName}${ending}`;
}

/** RFC 8187: what encodeURIComponent leaves alone but a header's value may not hold is escaped too. */
function encodeFileName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
