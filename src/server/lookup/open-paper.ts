import type { IssuedPaper, TrackedDossier } from "#contract/track.ts";
import type { IssuedForm } from "#domain/dossier/issued-form.ts";
import { isBeforeReceipt } from "#domain/dossier/dossier-state.ts";
import type { PartyDetails } from "#domain/person/party.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import type { Space, Tx } from "../db/kysely.ts";
import { forgiveTry, withinRate } from "../db/rate-limit.ts";
import type { Deps } from "../deps.ts";
import { stateOfRow } from "../ledgers/dossier-ledger.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import { readParties } from "../ledgers/sealed-parties.ts";
import { type ProofInput, type ProofRefusal, openWithSecret } from "./citizen-proof.ts";

/** A personal number cannot be tried out: who knows both codes has ten tries. */
const NUMBER_RATE = { hitsMax: 10, windowMs: 15 * 60_000 };

/** What is shown beside the codes of the slip to open a form: the number of the person or organisation on it. */
interface PaperInput extends ProofInput {
  readonly paperId: string;
  readonly identityNumber: string;
}

/** A form that may be given out, or the page again when the number is another's. */
export type OpenedPaper =
  | { readonly kind: "paper"; readonly space: Space; readonly dossierId: string; readonly paper: IssuedPaper }
  | { readonly kind: "wrong_number"; readonly dossier: TrackedDossier };

/**
 * Which form of a dossier may be given to whoever shows both codes of the slip and the personal number of the applicant
 * or of who handed it in: a form names people, the page does not. Wrong numbers are counted, and each try is written down.
 *
 * @rule FORMS-01 (ours)
 */
export async function openPaper(
  deps: Deps,
  { paperId, identityNumber, ...input }: PaperInput,
  view: (tx: Tx, dossier: DossierRecord) => Promise<TrackedDossier>,
): Promise<Result<OpenedPaper, ProofRefusal | "not_found">> {
  const opened = await openWithSecret(
    deps,
    input,
    "POST /paper",
    async (tx, dossier): Promise<OpenedPaper | "too_many_requests" | undefined> => {
      // By the dossier, however its code was typed, and only of who has both codes: nobody else can use up the tries.
      const tries = `track-number:${dossier.id}`;
      if (!(await withinRate(tx, tries, NUMBER_RATE, input.now))) return "too_many_requests";
      const { applicant, submitter } = await readParties(tx, deps.ring, dossier.id);
      if (![applicant, submitter].some((party) => hasNumber(party, identityNumber)))
        return { kind: "wrong_number", dossier: await view(tx, dossier) };
      await forgiveTry(tx, tries);
      const paper = (await issuedPapers(tx, dossier)).find(({ id }) => id === paperId);
      const space = deps.reference.current().spaceOf.get(dossier.received_at_unit_id);
      return paper && space && { kind: "paper", space, dossierId: dossier.id, paper };
    },
    outcomeOf,
  );
  if (!opened.ok) return opened;
  if (opened.value === "too_many_requests") return refuse("too_many_requests", { minutes: 15 });
  return opened.value ? done(opened.value) : refuse("not_found");
}

function outcomeOf(found: OpenedPaper | "too_many_requests" | undefined): string {
  if (typeof found === "string") return found;
  return found?.kind === "paper" ? "ok" : (found?.kind ?? "not_found");
}

function hasNumber(party: PartyDetails | null, typed: string): boolean {
  if (party === null) return false;
  const number = party.kind === "person" ? party.identityNumber : party.taxCode;
  const [own, given] = [number, typed].map((one) => one.replace(/[\s.-]/gu, "").toUpperCase());
  return own !== "" && own === given;
}

/**
 * The forms that were given to the citizen, the newest first. Mẫu 01 from the receipt on; that of another system was
 * printed there, and a part has the slip of its whole.
 */
export async function issuedPapers(tx: Tx, dossier: DossierRecord): Promise<readonly IssuedPaper[]> {
  const rows = await tx
    .selectFrom("form_issue")
    .select(["id", "form", "issued_at"])
    .where("dossier_id", "=", dossier.id)
    .orderBy("seq", "desc")
    .execute();
  const issued = rows.map(({ id, form, issued_at: at }) => ({ id, form: form as IssuedForm, at }));
  const isOurs = dossier.imported_from === null && dossier.whole_id === null;
  if (!isOurs || dossier.due_at === null || isBeforeReceipt(stateOfRow(dossier).business)) return issued;
  return [...issued, { id: "mau01", form: "mau01", at: dossier.received_at }];
}
