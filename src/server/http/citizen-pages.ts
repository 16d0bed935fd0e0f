import path from "node:path";
import {
  CITIZEN_PATHS,
  type CitizenPage,
  type CitizenRenderer,
  type Language,
  type MissingProcedure,
} from "#contract/track.ts";
import { localTime } from "#domain/shared/instant.ts";
import type { Refusal } from "#domain/shared/result.ts";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { readPublicProcedure } from "../catalogue/read-procedures.ts";
import { findProcedures } from "../catalogue/store.ts";
import type { Deps } from "../deps.ts";
import { trackDossier } from "../lookup/track-dossier.ts";
import { PUBLIC_RATE, networkOf, withinPublicRate } from "./public-rate.ts";

export interface CitizenSite {
  readonly renderer: CitizenRenderer;
  /** Where the fonts of the pages lie. */
  readonly fontFolder: string;
}

/** The public pages: plain HTML, made here, without script. Not part of the API and not in its document. */
export async function serveCitizenPages(app: FastifyInstance, deps: Deps, site: CitizenSite): Promise<void> {
  await app.register(fastifyStatic, {
    root: path.resolve(site.fontFolder),
    prefix: "/citizen/",
    decorateReply: false,
    immutable: true,
    maxAge: "365d",
    allowedPath: (name) => name.endsWith(".woff2"),
  });
  const send = (reply: FastifyReply, status: number, page: CitizenPage) =>
    reply
      .code(status)
      .type("text/html; charset=utf-8")
      .header("cache-control", "no-store")
      .send(site.renderer.renderCitizenPage(page, { nonce: reply.cspNonce.style }));

  app.get(CITIZEN_PATHS.home, (request, reply) =>
    send(reply, 200, { kind: "home", language: languageOf(request) }),
  );
  app.get(CITIZEN_PATHS.track, (request, reply) =>
    send(reply, 200, { kind: "form", language: languageOf(request), code: "", problem: null }),
  );
  const track = async (request: FastifyRequest, reply: FastifyReply, code: string, secret: string) => {
    const language = languageOf(request);
    const now = deps.clock.now();
    if (code.trim() === "" || secret.trim() === "") {
      return send(reply, 400, {
        kind: "form",
        language,
        code: code.slice(0, 60),
        problem: "input_malformed",
      });
    }
    const found = await trackDossier(deps, {
      code,
      secret,
      address: networkOf(request.ip),
      now,
      requestId: request.id,
    });
    if (found.ok) return send(reply, 200, { kind: "dossier", language, dossier: found.value, now });
    const status = found.code === "too_many_requests" ? 429 : 404;
    return send(reply, status, { kind: "form", language, code: code.slice(0, 60), problem: found.code });
  };
  app.post(CITIZEN_PATHS.track, (request, reply) =>
    track(request, reply, textOf(request.body, "code"), textOf(request.body, "secret")),
  );
  app.get(CITIZEN_PATHS.tracked, (request, reply) =>
    track(request, reply, textOf(request.params, "code"), textOf(request.params, "secret")),
  );
  serveProcedures(app, deps, send);
  // An address that was typed or copied with a stroke at its end means the same page.
  for (const page of [CITIZEN_PATHS.procedures, CITIZEN_PATHS.procedure, CITIZEN_PATHS.track])
    app.get(`${page}/`, (request, reply) => reply.redirect(request.url.replace(/\/(?=\?|$)/, ""), 301));
}

type Send = (reply: FastifyReply, status: number, page: CitizenPage) => FastifyReply;

/** The search and the page of one procedure, within the bound of what is open to everybody. */
function serveProcedures(app: FastifyInstance, deps: Deps, send: Send): void {
  const boundReading = async (request: FastifyRequest, reply: FastifyReply) => {
    if (await withinPublicRate(deps, request)) return undefined;
    reply.header("retry-after", PUBLIC_RATE.windowMs / 1000);
    return send(reply, 429, { kind: "tooMany", language: languageOf(request) });
  };
  app.get(CITIZEN_PATHS.procedures, { preHandler: boundReading }, async (request, reply) => {
    const query = textOf(request.query, "q").slice(0, 200);
    const after = textOf(request.query, "after").slice(0, 500);
    const { procedures, next } = await findProcedures(deps.db, {
      typed: query,
      day: localTime(deps.clock.now()).day,
      after: after === "" ? undefined : after,
    });
    return send(reply, 200, {
      kind: "procedures",
      language: languageOf(request),
      query,
      rows: procedures,
      next,
      continued: after !== "",
    });
  });
  app.get(CITIZEN_PATHS.procedure, { preHandler: boundReading }, async (request, reply) => {
    const language = languageOf(request);
    const code = textOf(request.params, "code").trim().slice(0, 60);
    const found = await readPublicProcedure(deps, code, localTime(deps.clock.now()).day);
    if (found.ok) return send(reply, 200, { kind: "procedure", language, procedure: found.value });
    return send(reply, 404, { kind: "noProcedure", language, code, missing: missing(found) });
  });
}

function missing({ code, details }: Refusal<"unknown_procedure" | "procedure_not_valid">): MissingProcedure {
  if (code === "unknown_procedure") return { reason: "unknown" };
  const day = (value: unknown) => (typeof value === "string" ? value : null);
  return { reason: "notInForce", from: day(details["from"]), to: day(details["to"]) };
}

function languageOf(request: FastifyRequest): Language {
  return textOf(request.query, "lang") === "en" || textOf(request.body, "lang") === "en" ? "en" : "vi";
}

/** A field of whatever the browser sent, as text; anything else, or with a NUL that nobody types, counts as empty. */
function textOf(fields: unknown, name: string): string {
  if (typeof fields !== "object" || fields === null) return "";
  const value: unknown = (fields as Record<string, unknown>)[name];
  return typeof value === "string" && !value.includes("\0") ? value : "";
}
