import { COMMON_REFUSALS, type Problem, REFUSALS, type RefusalCode } from "#contract/refusals.ts";
import { API_PREFIX, type RouteContract } from "#contract/route.ts";
import { ROUTES } from "#contract/routes.ts";
import swagger from "@fastify/swagger";
import fastify from "fastify";
import { SESSION_COOKIE } from "./session-cookie.ts";

/**
 * The OpenAPI 3.1 document of the API. It is made from the contract alone, so that it needs no database and
 * is the same wherever it is asked for; the server serves exactly the routes of the contract.
 */
export async function openApiDocument(): Promise<object> {
  const app = fastify();
  // Nothing is asked of these routes, so nothing is compiled for them.
  app.setValidatorCompiler(() => () => true);
  app.setSerializerCompiler(() => JSON.stringify);
  await app.register(swagger, {
    openapi: HEAD,
    refResolver: { buildLocalReference: ({ $id }) => (typeof $id === "string" ? $id : "") },
  });
  app.addSchema(PROBLEM);
  for (const [name, contract] of Object.entries<RouteContract>(ROUTES)) {
    app.route({
      method: contract.method,
      url: API_PREFIX + contract.path,
      schema: describeRoute(name, contract),
      handler: () => undefined,
    });
  }
  await app.ready();
  const document = app.swagger();
  await app.close();
  return document;
}

const HEAD = {
  openapi: "3.1.0",
  info: {
    title: "Motcua",
    version: "1",
    description:
      "One-stop public service. Every write needs an Idempotency-Key; errors are problem details (RFC 9457) with a stable code, listed in docs/errors.md.",
    license: { name: "Apache-2.0", identifier: "Apache-2.0" },
  },
  components: {
    securitySchemes: { session: { type: "apiKey" as const, in: "cookie" as const, name: SESSION_COOKIE } },
  },
};

/** What Fastify is told of a route, with what only the document tells. */
function describeRoute(operationId: string, contract: RouteContract) {
  const isPublic = contract.permission === "public";
  const needsKey = !isPublic && contract.method !== "GET";
  return {
    operationId,
    summary: contract.summary,
    ...(!isPublic && { security: [{ session: [] }], description: `Permission: ${contract.permission}` }),
    ...(contract.params && { params: contract.params }),
    ...(contract.query && { querystring: contract.query }),
    ...(needsKey && { headers: KEY_HEADER }),
    ...bodyOf(contract),
    response: { 200: answerOf(contract), ...problemsOf(contract) },
  };
}

const KEY_HEADER = {
  type: "object",
  required: ["Idempotency-Key"],
  properties: { "Idempotency-Key": { type: "string", pattern: "^[\\w-]{8,100}$" } },
};

const BYTES = { type: "string", format: "binary" };

function bodyOf({ body, bodyType }: RouteContract) {
  if (bodyType === "bytes") return { body: BYTES, consumes: ["application/octet-stream"] };
  return body ? { body } : {};
}

function answerOf({ summary, response, responseType }: RouteContract) {
  if (responseType === "bytes") return { description: summary, content: { "*/*": { schema: BYTES } } };
  return { description: summary, content: { "application/json": { schema: response } } };
}

/** One entry a status: the codes that it can carry, as one closed list. */
function problemsOf({ refusals, permission }: RouteContract) {
  const codes = [...new Set<RefusalCode>([...refusals, ...COMMON_REFUSALS])]
    .filter((code) => permission !== "public" || !SIGNED_IN_ONLY.has(code))
    .sort();
  const statuses = new Map<number, RefusalCode[]>();
  for (const code of codes) {
    const { status } = REFUSALS[code];
    statuses.set(status, [...(statuses.get(status) ?? []), code]);
  }
  return Object.fromEntries([...statuses].map(([status, list]) => [status, problem(list)]));
}

/** What a route that needs nobody never answers. */
const SIGNED_IN_ONLY: ReadonlySet<RefusalCode> = new Set([
  "not_signed_in",
  "permission_missing",
  "idempotency_key_missing",
  "idempotency_key_reused",
]);

/** The body of every error answer, as {@link Problem} of the contract has it. */
const PROBLEM = {
  $id: "Problem",
  type: "object",
  required: ["type", "title", "status", "code", "details", "requestId"],
  properties: {
    type: { type: "string" },
    title: { type: "string" },
    status: { type: "integer" },
    code: { type: "string" },
    details: { type: "object", additionalProperties: true },
    requestId: { type: "string" },
  } satisfies Record<keyof Problem, object>,
};

function problem(codes: readonly RefusalCode[]) {
  const schema = { allOf: [{ $ref: "Problem#" }, { properties: { code: { type: "string", enum: codes } } }] };
  return {
    description: codes.map((code) => REFUSALS[code].title).join("; or: "),
    content: { "application/problem+json": { schema } },
  };
}
