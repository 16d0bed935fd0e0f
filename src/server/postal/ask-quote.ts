import { quotePostalService } from "#contract/postal.ts";
import { refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { loadDossier } from "../ledgers/load-dossier.ts";
import { quoteDossier } from "./quote-dossier.ts";

/** What the post asks for a dossier; asked while the form is filled in, and nothing is written. */
export const quotePostalServiceRoute = bind(quotePostalService, ({ params, body, reference, now, read }) =>
  read(async (tx) => {
    const dossier = await loadDossier(tx, params.dossierId);
    return dossier ? quoteDossier(tx, dossier, body, { reference, now }) : refuse("not_found");
  }),
);
