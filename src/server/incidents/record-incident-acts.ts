import {
  answerIncident,
  closeIncident,
  findLiability,
  linkReissue,
  offerCompensation,
  payCompensation,
  withdrawIncident,
} from "#contract/incidents.ts";
import { readDossierCode } from "#domain/dossier/dossier-code.ts";
import type { IncidentActType } from "#domain/postal/decide-incident.ts";
import { postageOf } from "#domain/postal/postal-incident.ts";
import type { PostalLeg, Quote } from "#domain/postal/tariff.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { type Dong, dong } from "#domain/shared/money.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { bind } from "../http/context.ts";
import { type ActOf, type AskedAct, recordIncidentAct } from "../ledgers/incident-ledger.ts";

/** What every act on an incident is given. */
interface Acting {
  readonly actor: { readonly accountId: string };
  readonly deps: Deps;
  readonly now: Instant;
  readonly params: { readonly incidentId: string };
  readonly body: { readonly version: number; readonly on: string; readonly fileId?: string };
}

/** Records an act in its transaction and answers with where the incident stands then. */
async function act<Type extends IncidentActType, Code extends string = never>(
  tx: Tx,
  { actor, deps, now, params, body }: Acting,
  words: AskedAct["words"],
  actOf: ActOf<Type, Code>,
) {
  const { incidentId } = params;
  const asked = { incidentId, version: body.version, words, fileId: body.fileId };
  const recording = { ring: deps.ring, newId: deps.newId, now, actorId: actor.accountId };
  const recorded = await recordIncidentAct(tx, asked, actOf, recording);
  if (!recorded.ok) return recorded;
  const { version, standing } = recorded.value;
  return done({ incidentId, version, state: standing.state });
}

export const answerIncidentRoute = bind(answerIncident, ({ body, write, ...rest }) =>
  write((tx) =>
    act<"answer">(tx, { body, ...rest }, { number: tidyText(body.number), words: tidyText(body.words) }, () =>
      done({ type: "answer", on: plainDate(body.on), outcome: body.outcome }),
    ),
  ),
);

export const findLiabilityRoute = bind(findLiability, ({ body, write, ...rest }) =>
  write((tx) =>
    act<"findLiability">(tx, { body, ...rest }, { number: tidyText(body.number) }, () =>
      done({ type: "findLiability", on: plainDate(body.on), found: body.found }),
    ),
  ),
);

/** The least is computed here, from the quote of the order; a typed postage counts only where there is none. */
export const offerCompensationRoute = bind(offerCompensation, ({ body, params, write, ...rest }) =>
  write(async (tx) => {
    const postage = await postageOfIncident(tx, params.incidentId, body.postage);
    const words = { evidence: body.costs.map(({ evidence }) => tidyText(evidence)) };
    return act<"offer", "postage_unknown">(tx, { body, params, ...rest }, words, () =>
      postage === null
        ? refuse("postage_unknown")
        : done({
            type: "offer",
            on: plainDate(body.on),
            postage,
            costs: body.costs.map(({ amount }) => dong(amount)),
            amount: dong(body.amount),
          }),
    );
  }),
);

/** Of an incident that is not there too: what is recorded behind it answers that. */
async function postageOfIncident(
  tx: Tx,
  incidentId: string,
  typed: number | undefined,
): Promise<Dong | null> {
  const row = await tx
    .selectFrom("incident as i")
    .innerJoin("shipment as s", "s.id", "i.shipment_id")
    .innerJoin("postal_order as o", "o.id", "s.order_id")
    .select(["o.quote", "s.leg"])
    .where("i.id", "=", incidentId)
    .executeTakeFirst();
  if (row?.quote) return postageOf(row.quote as unknown as Quote, row.leg as PostalLeg);
  return typed === undefined ? null : dong(typed);
}

export const payCompensationRoute = bind(payCompensation, ({ body, write, ...rest }) =>
  write((tx) =>
    act<"pay">(tx, { body, ...rest }, { number: tidyText(body.number) }, () =>
      done({ type: "pay", on: plainDate(body.on), amount: dong(body.amount) }),
    ),
  ),
);

/** The dossier must be one that this person may see. */
export const linkReissueRoute = bind(linkReissue, ({ body, params, write, ...rest }) =>
  write((tx) =>
    act<"reissue", "reissue_unknown">(tx, { body, params, ...rest }, {}, async () => {
      const read = readDossierCode(body.code);
      const dossier = await tx
        .selectFrom("dossier")
        .select(["id", "code"])
        .where("code", "=", read.ok ? read.value.normalised : body.code.trim())
        // Papers are made again by another dossier than the one that lost them.
        .where("id", "not in", (query) =>
          query.selectFrom("incident").select("dossier_id").where("id", "=", params.incidentId),
        )
        .executeTakeFirst();
      if (!dossier) return refuse("reissue_unknown");
      return done({ type: "reissue", on: plainDate(body.on), dossierId: dossier.id, code: dossier.code });
    }),
  ),
);

export const withdrawIncidentRoute = bind(withdrawIncident, ({ body, write, ...rest }) =>
  write((tx) =>
    act<"withdraw">(tx, { body, ...rest }, { words: tidyText(body.words) }, () =>
      done({ type: "withdraw", on: plainDate(body.on) }),
    ),
  ),
);

export const closeIncidentRoute = bind(closeIncident, ({ body, write, ...rest }) =>
  write((tx) =>
    act<"close">(tx, { body, ...rest }, { words: tidyText(body.words) }, () =>
      done({ type: "close", on: plainDate(body.on) }),
    ),
  ),
);
