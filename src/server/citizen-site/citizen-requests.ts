import type { CitizenPage, Language } from "#contract/track.ts";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Deps } from "../deps.ts";
import type { ProofRefusal } from "../lookup/citizen-proof.ts";
import { networkOf } from "../http/public-rate.ts";

const FORM_STATUS = { input_malformed: 400, track_not_found: 404, too_many_requests: 429 } as const;

/** Answers with a page. */
export type Send = (reply: FastifyReply, status: number, page: CitizenPage) => FastifyReply;

/** What the routes of one dossier share: the proof that a request shows, and the form again when it is not enough. */
export function trackingTools(deps: Deps, send: Send) {
  return {
    proofOf: (request: FastifyRequest, fields: unknown) => ({
      code: textOf(fields, "code"),
      secret: textOf(fields, "secret"),
      address: networkOf(request.ip),
      now: deps.clock.now(),
      requestId: request.id,
    }),
    formAgain: (
      request: FastifyRequest,
      reply: FastifyReply,
      code: string,
      problem: ProofRefusal | "input_malformed",
    ) =>
      send(reply, FORM_STATUS[problem], {
        kind: "form",
        language: languageOf(request),
        code: code.slice(0, 60),
        problem,
      }),
  };
}

/** The language that an address or a form asks for; Vietnamese where it asks for none. */
export function languageOf(request: FastifyRequest): Language {
  return textOf(request.query, "lang") === "en" || textOf(request.body, "lang") === "en" ? "en" : "vi";
}

/** A field of whatever the browser sent, as text; anything else, or with a NUL that nobody types, counts as empty. */
export function textOf(fields: unknown, name: string): string {
  if (typeof fields !== "object" || fields === null) return "";
  const value: unknown = (fields as Record<string, unknown>)[name];
  return typeof value === "string" && !value.includes("\0") ? value : "";
}
