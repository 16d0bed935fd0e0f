import { CITIZEN_PATHS, POST_FIELD_CHARACTERS, type PostAnswer, type PostForm } from "#contract/track.ts";
import { POSTAL_SERVICES } from "#domain/postal/tariff.ts";
import type { FastifyInstance } from "fastify";
import type { Deps } from "../deps.ts";
import { type PostStep, postForCitizen } from "./order-post.ts";
import { trackedView } from "../lookup/track-dossier.ts";
import { type Send, languageOf, textOf, trackingTools } from "./citizen-requests.ts";

const STATUS = {
  quoted: 200,
  ordered: 200,
  cancelled: 200,
  refused: 422,
  orderedAlready: 409,
  notCancelled: 409,
} as const satisfies Record<PostAnswer["kind"], number>;

/** The citizen's own order of the post, from the page of the dossier: each step is a plain form and comes back as the page. */
export function servePost(app: FastifyInstance, deps: Deps, send: Send): void {
  const { proofOf, formAgain } = trackingTools(deps, send);
  app.post(CITIZEN_PATHS.post, async (request, reply) => {
    const { code, secret, ...proof } = proofOf(request, request.body);
    const asked = stepOf(request.body);
    if (asked === null || code.trim() === "" || secret.trim() === "")
      return formAgain(request, reply, code, "input_malformed");
    const answered = await postForCitizen(deps, { code, secret, asked, ...proof }, (tx, dossier) =>
      trackedView(tx, deps, dossier, proof.now),
    );
    if (!answered.ok) return formAgain(request, reply, code, answered.code);
    const { dossier, answer } = answered.value;
    return send(reply, STATUS[answer.kind], {
      kind: "dossier",
      language: languageOf(request),
      dossier,
      now: proof.now,
      secret,
      rated: null,
      posted: answer,
    });
  });
}

const ORDER_ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** @returns null for what no form of the page sends */
function stepOf(fields: unknown): PostStep | null {
  const step = textOf(fields, "step");
  if (step === "cancel") {
    const [orderId, version] = [textOf(fields, "order"), wholeNumber(textOf(fields, "version"))];
    return ORDER_ID.test(orderId) && version !== null ? { step, orderId, version } : null;
  }
  const form = formOf(fields);
  if (form === null) return null;
  if (step === "quote") return { step, form };
  const saidTotal = wholeNumber(textOf(fields, "total"));
  return step === "order" && saidTotal !== null ? { step, form, saidTotal } : null;
}

function formOf(fields: unknown): PostForm | null {
  const service = POSTAL_SERVICES.find((one) => one === textOf(fields, "service"));
  if (service === undefined) return null;
  const typed = (name: string) => textOf(fields, name).slice(0, POST_FIELD_CHARACTERS);
  return {
    service,
    to: typed("to") === "dossier" ? "dossier" : "other",
    name: typed("name"),
    phone: typed("phone"),
    address: typed("address"),
    communeCode: typed("commune"),
    proxyName: typed("proxyName"),
    proxyNumber: typed("proxyNumber"),
    proxyPaper: typed("proxyPaper"),
    discountId: typed("discount"),
  };
}

function wholeNumber(typed: string): number | null {
  return /^\d{1,9}$/.test(typed) ? Number(typed) : null;
}
