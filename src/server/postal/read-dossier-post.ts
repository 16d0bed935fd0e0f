import { listUnsent, readDossierPost } from "#contract/postal.ts";
import { localTime } from "#domain/shared/instant.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { loadDossier } from "../ledgers/load-dossier.ts";
import { readParties } from "../ledgers/sealed-parties.ts";
import { viewOrders } from "./order-views.ts";
import { hasPapersToSend, servicesLeft } from "../ledgers/postal-services.ts";
import { applicantParty, missingOf } from "../ledgers/order-party.ts";
import { findUnsent } from "./unsent-results.ts";

/** The post of a dossier, and what a new order would begin with. */
export const readDossierPostRoute = bind(readDossierPost, ({ deps, params, reference, now, read }) =>
  read(async (tx, space) => {
    const dossier = await loadDossier(tx, params.dossierId);
    if (!dossier) return refuse("not_found");
    const orders = await tx
      .selectFrom("postal_order")
      .selectAll()
      .where("dossier_id", "=", dossier.id)
      .orderBy("ordered_at", "desc")
      .execute();
    const { applicant } = await readParties(tx, deps.ring, dossier.id);
    const toSend = hasPapersToSend(dossier, reference);
    return done({
      orders: await viewOrders(tx, orders, { ring: deps.ring, reference, now }),
      citizen: applicantParty(applicant),
      services: [...(await servicesLeft(tx, dossier, { reference, toSend }))],
      carriers: [...deps.carriers(space.id)],
    });
  }),
);

const SHOWN_MAX = 200;

/** Results that wait for a way by post, with what is missing for one. */
export const listUnsentRoute = bind(listUnsent, ({ actor, deps, reference, now, read }) =>
  read(async (tx) => {
    const waiting = await findUnsent(tx, { places: actor.places, limit: SHOWN_MAX });
    const dossiers = [];
    for (const { id, code, procedure_name: procedureName, applicant_name: applicant } of waiting) {
      const parties = await readParties(tx, deps.ring, id);
      const missing = missingOf(applicantParty(parties.applicant), reference, localTime(now).day);
      dossiers.push({ dossierId: id as string, code, procedureName, applicant, missing });
    }
    return done({ dossiers });
  }),
);
