import type { LodgeDossierInput } from "#contract/lodging.ts";
import type { MissingPaper } from "#domain/catalogue/required-papers.ts";
import { equalData } from "#domain/shared/equal-data.ts";
import { type PaperLine, linesWanted } from "../turns/wanted-papers.ts";
import { type CheckContext, checkIntake } from "./intake-checks.ts";
import { EMPTY_FORM, type IntakeForm } from "./intake-form.ts";

/** What the counter can send of a dossier that it does not receive; or the fields that stand in the way. */
export type LodgingCheck =
  | { readonly ok: true; readonly input: Omit<LodgeDossierInput, "answer"> }
  | { readonly ok: false; readonly fields: readonly string[] };

/**
 * The form without its papers, which go home: only who lodges what must be right. Who came for another and has no
 * power of attorney is left out, since that paper is what is missing; one that is half filled in is a problem.
 */
export function lodgingInput(form: IntakeForm, context: CheckContext): LodgingCheck {
  const unauthorised = form.submitterIsOther && equalData(form.authorisation, EMPTY_FORM.authorisation);
  const asked = {
    ...form,
    ...(unauthorised && { submitterIsOther: false }),
    papers: {},
    furtherPapers: [],
    group: EMPTY_FORM.group,
    besidesOpen: false,
    // What is missing is what is asked for: no reason is owed for it.
    missingPapersReason: "-",
  };
  const { input, people, others } = checkIntake(asked, context);
  if (!input) return { ok: false, fields: [...people, ...others].map(({ field }) => field) };
  const { papers: _papers, furtherPapers: _further, missingPapersReason: _reason, ...rest } = input;
  const { receiptDelivery: _delivery, ...lodged } = rest;
  return { ok: true, input: lodged };
}

/** What a request begins with: the papers that are missing, as the procedure lists them. */
export function linesOfMissing(
  missing: readonly MissingPaper[],
  toShow: (name: string) => string,
): readonly PaperLine[] {
  return linesWanted(missing, toShow);
}
