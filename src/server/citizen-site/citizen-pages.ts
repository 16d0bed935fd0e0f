import path from "node:path";
import {
  CITIZEN_PATHS,
  COMPLAINT_CHARACTERS,
  type CitizenPage,
  type CitizenRenderer,
  type ComplaintOutcome,
  type MissingProcedure,
} from "#contract/track.ts";
import { readRatingLevel } from "#domain/dossier/rating.ts";
import { POSTAL_INCIDENTS } from "#domain/postal/postal-claims.ts";
import { POSTAL_LEGS } from "#domain/postal/tariff.ts";
import { localTime } from "#domain/shared/instant.ts";
import { type Refusal, invariant } from "#domain/shared/result.ts";
import fastifyStatic from "@fastify/static";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { readPublicProcedure } from "../catalogue/read-procedures.ts";
import { findProcedures } from "../catalogue/store.ts";
import type { Deps } from "../deps.ts";
import { openReceipt } from "../intake/print-receipt.ts";
import { type OpenedPaper, openPaper } from "../lookup/open-paper.ts";
import { complainOfParcel } from "../lookup/incident-views.ts";
import { rateDossier, trackDossier, trackedView } from "../lookup/track-dossier.ts";
import { openForm } from "../turns/print-form.ts";
import { servePost } from "./citizen-post.ts";
import { type Send, languageOf, textOf, trackingTools } from "./citizen-requests.ts";
import { PUBLIC_RATE, withinPublicRate } from "../http/public-rate.ts";

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
  serveTracking(app, deps, send);
  serveComplaints(app, deps, send);
  servePost(app, deps, send);
  servePapers(app, deps, send);
  serveProcedures(app, deps, send);
  // An address that was typed or copied with a stroke at its end means the same page.
  for (const page of [CITIZEN_PATHS.procedures, CITIZEN_PATHS.procedure, CITIZEN_PATHS.track])
    app.get(`${page}/`, (request, reply) => reply.redirect(request.url.replace(/\/(?=\?|$)/, ""), 301));
}

/** The page of one dossier, by form or by the address of the slip, and the answer about the service. */
function serveTracking(app: FastifyInstance, deps: Deps, send: Send): void {
  const { proofOf, formAgain } = trackingTools(deps, send);
  const track = async (request: FastifyRequest, reply: FastifyReply, fields: unknown) => {
    const { code, secret, ...proof } = proofOf(request, fields);
    if (code.trim() === "" || secret.trim() === "") return formAgain(request, reply, code, "input_malformed");
    const found = await trackDossier(deps, { code, secret, ...proof });
    if (!found.ok) return formAgain(request, reply, code, found.code);
    return send(reply, 200, {
      kind: "dossier",
      language: languageOf(request),
      dossier: found.value,
      now: proof.now,
      secret,
      rated: null,
    });
  };
  const rate = async (request: FastifyRequest, reply: FastifyReply) => {
    const { code, secret, ...proof } = proofOf(request, request.body);
    const level = readRatingLevel(textOf(request.body, "level"));
    if (level === undefined || code.trim() === "" || secret.trim() === "")
      return formAgain(request, reply, code, "input_malformed");
    const answered = await rateDossier(deps, { code, secret, level, ...proof });
    if (!answered.ok) return formAgain(request, reply, code, answered.code);
    const { dossier, outcome } = answered.value;
    return send(reply, outcome === "kept" ? 200 : 409, {
      kind: "dossier",
      language: languageOf(request),
      dossier,
      now: proof.now,
      secret,
      rated: outcome,
    });
  };
  app.post(CITIZEN_PATHS.track, (request, reply) => track(request, reply, request.body));
  app.get(CITIZEN_PATHS.tracked, (request, reply) => track(request, reply, request.params));
  app.post(CITIZEN_PATHS.rating, rate);
  // The language link of the page that answers a form leads here without one.
  for (const page of [CITIZEN_PATHS.rating, CITIZEN_PATHS.complaint, CITIZEN_PATHS.post, CITIZEN_PATHS.paper])
    app.get(page, (request, reply) =>
      reply.redirect(`${CITIZEN_PATHS.track}${languageOf(request) === "en" ? "?lang=en" : ""}`, 303),
    );
}

const COMPLAINT_STATUS = {
  kept: 200,
  already: 409,
  late: 409,
  notTaken: 409,
  wordless: 422,
  kindless: 422,
} as const satisfies Record<ComplaintOutcome, number>;

/** A complaint about the post, from the page of the dossier. */
function serveComplaints(app: FastifyInstance, deps: Deps, send: Send): void {
  const { proofOf, formAgain } = trackingTools(deps, send);
  app.post(CITIZEN_PATHS.complaint, async (request, reply) => {
    const { code, secret, ...proof } = proofOf(request, request.body);
    const leg = POSTAL_LEGS.find((one) => one === textOf(request.body, "leg"));
    const chosen = textOf(request.body, "kind");
    const kind = POSTAL_INCIDENTS.find((one) => one === chosen) ?? null;
    if (leg === undefined || (kind === null && chosen !== "") || code.trim() === "" || secret.trim() === "")
      return formAgain(request, reply, code, "input_malformed");
    const words = textOf(request.body, "words").slice(0, COMPLAINT_CHARACTERS);
    const complaint = { code, secret, leg, kind, words, ...proof };
    const answered = await complainOfParcel(deps, complaint, (tx, dossier) =>
      trackedView(tx, deps, dossier, proof.now),
    );
    if (!answered.ok) return formAgain(request, reply, code, answered.code);
    const { dossier, outcome } = answered.value;
    return send(reply, COMPLAINT_STATUS[outcome], {
      kind: "dossier",
      language: languageOf(request),
      dossier,
      now: proof.now,
      secret,
      rated: null,
      complained: outcome,
      ...(outcome !== "kept" && { complaint: words }),
    });
  });
}

/** The forms that were issued, each a PDF, for who shows the personal number as well. */
function servePapers(app: FastifyInstance, deps: Deps, send: Send): void {
  const { proofOf, formAgain } = trackingTools(deps, send);
  const openPaperOf = async (request: FastifyRequest, reply: FastifyReply) => {
    const { code, secret, ...proof } = proofOf(request, request.body);
    const [paperId, identityNumber] = [textOf(request.body, "paper"), textOf(request.body, "identity")];
    if ([code, secret, paperId, identityNumber].some((typed) => typed.trim() === ""))
      return formAgain(request, reply, code, "input_malformed");
    const opened = await openPaper(deps, { code, secret, paperId, identityNumber, ...proof }, (tx, dossier) =>
      trackedView(tx, deps, dossier, proof.now),
    );
    if (!opened.ok)
      return formAgain(request, reply, code, opened.code === "not_found" ? "track_not_found" : opened.code);
    if (opened.value.kind === "paper") return sendPaper(reply, deps, opened.value);
    return send(reply, 403, {
      kind: "dossier",
      language: languageOf(request),
      dossier: opened.value.dossier,
      now: proof.now,
      secret,
      rated: null,
      wrongNumber: true,
    });
  };
  app.post(CITIZEN_PATHS.paper, openPaperOf);
}

type GivenPaper = Extract<OpenedPaper, { kind: "paper" }>;

/** The citizen's copy of a form, as a PDF that nobody keeps on the way. */
async function sendPaper(
  reply: FastifyReply,
  deps: Deps,
  { space, dossierId, paper }: GivenPaper,
): Promise<FastifyReply> {
  const opened =
    paper.form === "mau01"
      ? await openReceipt(deps, space, dossierId)
      : await openForm(deps, space, dossierId, paper.id);
  invariant(opened, "a paper that was listed is there");
  return reply
    .type("application/pdf")
    .header("cache-control", "no-store")
    .header("content-disposition", `inline; filename="${paper.form}.pdf"`)
    .send(opened.content);
}

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
