import { randomUUID } from "node:crypto";
import { FILE_BYTES_MAX } from "#contract/files.ts";
import type { Language } from "#contract/track.ts";
import { refuse } from "#domain/shared/result.ts";
import compress from "@fastify/compress";
import cookie from "@fastify/cookie";
import formbody from "@fastify/formbody";
import helmet from "@fastify/helmet";
import fastify, {
  LogController,
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from "fastify";
import type { Deps } from "../deps.ts";
import { BOUND_ROUTES } from "./bound-routes.ts";
import { type CitizenSite, serveCitizenPages } from "../citizen-site/citizen-pages.ts";
import { languageOf } from "../citizen-site/citizen-requests.ts";
import { SCHEMA_RULES, compileWhenNeeded } from "./compile-when-needed.ts";
import { type Readiness, serveHealth } from "./health.ts";
import { openApiDocument } from "./openapi.ts";
import { sendProblem } from "./problem.ts";
import { serveRoute } from "./serve-route.ts";
import { apiSecurityHeaders, securityHeaders, setPageHeaders } from "./security-headers.ts";
import { serveCourierPage } from "./courier-page.ts";
import { serveStaffConsole } from "./staff-console.ts";

export interface AppOptions {
  readonly deps: Deps;
  readonly readiness: Readiness;
  readonly trustProxy: number | false;
  /** The built web, when it is there: a test of the API alone goes without. */
  readonly site: (CitizenSite & { readonly staffFolder: string; readonly courierFolder: string }) | null;
}

/** JSON bodies are forms typed by people; files have their own bound. */
const BODY_BYTES_MAX = 256 * 1024;

/** The same for every request, and made when it is first asked for. */
let apiDocument: Promise<object> | undefined;

/** The whole HTTP face of the program, not yet listening. */
export async function createApp({ deps, readiness, trustProxy, site }: AppOptions): Promise<FastifyInstance> {
  const loggerInstance: FastifyBaseLogger = deps.log;
  const secure = apiSecurityHeaders(deps.publicUrl);
  const app: FastifyInstance = fastify({
    loggerInstance,
    logController: new LogController({ disableRequestLogging: true }),
    trustProxy: trustProxy === false ? false : (_address: string, hop: number) => hop < trustProxy,
    bodyLimit: BODY_BYTES_MAX,
    // An address that the router cannot read: no hook has run, so its headers are set here.
    frameworkErrors: (_error, request, reply: FastifyReply) => {
      if (site && !isOfApi(request)) {
        sendNotFoundPage(reply, site, setPageHeaders(deps.publicUrl, reply), "vi");
        return;
      }
      setApiHeaders(secure, request, reply);
      sendProblem(reply, refuse("input_malformed"));
    },
    genReqId: () => randomUUID(),
    ...SCHEMA_RULES,
  });
  const compilers = await compileWhenNeeded();
  app.setValidatorCompiler(compilers.validator);
  app.setSerializerCompiler(compilers.serializer);
  logRequests(app);
  answerErrors(app, site, secure);
  await app.register(cookie);
  await app.register(compress, { threshold: 1400 });
  await app.register(helmet, securityHeaders(deps.publicUrl));
  app.addContentTypeParser(
    ["application/octet-stream", "application/pdf", "image/png", "image/jpeg"],
    { parseAs: "buffer", bodyLimit: FILE_BYTES_MAX },
    (_request, body, done) => done(null, body),
  );
  for (const route of Object.values(BOUND_ROUTES)) serveRoute(app, deps, route, secure);
  serveHealth(app, readiness);
  app.get(
    "/api/openapi.json",
    { helmet: false, onRequest: secure },
    () => (apiDocument ??= openApiDocument()),
  );
  if (site) {
    await serveStaffConsole(app, site.staffFolder);
    await serveCourierPage(app, site.courierFolder, deps.publicUrl);
    // Forms are for the public pages alone: a page elsewhere could post one to the API, but never JSON.
    await app.register(async (pages) => {
      await pages.register(formbody, { bodyLimit: 4096 });
      await serveCitizenPages(pages, deps, site);
    });
  }
  return app;
}

/** One line a request: route and figures, never the address with its query, nor who called from where. */
function logRequests(app: FastifyInstance): void {
  app.addHook("onResponse", async (request, reply) => {
    request.log.info({
      method: request.method,
      route: request.routeOptions.url ?? "unknown",
      status: reply.statusCode,
      milliseconds: Math.round(reply.elapsedTime),
    });
  });
}

type ApiHeaders = ReturnType<typeof apiSecurityHeaders>;

function setApiHeaders(secure: ApiHeaders, request: FastifyRequest, reply: FastifyReply): void {
  secure(request, reply, (error) => {
    if (error) throw error;
  });
}

/** Also what is no version of it: who asks there is a program, and wants no page. */
function isOfApi({ url }: FastifyRequest): boolean {
  return /^\/api(?:[/?]|$)/.test(url);
}

function sendNotFoundPage(
  reply: FastifyReply,
  { renderer }: CitizenSite,
  nonce: string,
  language: Language,
): FastifyReply {
  const page = renderer.renderCitizenPage({ kind: "notFound", language }, { nonce });
  return reply.code(404).type("text/html; charset=utf-8").send(page);
}

function answerErrors(app: FastifyInstance, site: AppOptions["site"], secure: ApiHeaders): void {
  app.setErrorHandler((error: FastifyError, request, reply) => {
    if (error.validation) {
      const [first] = error.validation;
      const field = [error.validationContext ?? "", first?.instancePath ?? ""].join("");
      return sendProblem(reply, refuse("input_malformed", { field, rule: first?.message ?? "" }));
    }
    if (error.statusCode === 413) return sendProblem(reply, refuse("input_too_large"));
    if (error.statusCode !== undefined && error.statusCode < 500)
      return sendProblem(reply, refuse("input_malformed"));
    request.log.error(
      { name: error.name, code: error.code, stack: error.stack },
      "a request failed by a bug",
    );
    return sendProblem(reply, refuse(isDiskFull(error) ? "storage_full" : "internal_error"));
  });
  app.setNotFoundHandler((request, reply) => {
    if (site && !isOfApi(request))
      return sendNotFoundPage(reply, site, reply.cspNonce.style, languageOf(request));
    setApiHeaders(secure, request, reply);
    return sendProblem(reply, refuse("not_found"));
  });
}

/** What PostgreSQL (53100) or the system says when nothing more fits. */
function isDiskFull({ code }: FastifyError): boolean {
  return ["53100", "ENOSPC", "EDQUOT"].includes(code);
}
