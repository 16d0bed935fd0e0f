import { isBeforeReceipt } from "#domain/dossier/dossier-state.ts";
import { foldDossier } from "#domain/dossier/fold-dossier.ts";
import type { FormSet, IssuedForm } from "#domain/dossier/issued-form.ts";
import type { Basis } from "#domain/mandate/may-act.ts";
import type { Role } from "#domain/mandate/permission.ts";
import { type Instant, instant, localTime } from "#domain/shared/instant.ts";
import { invariant } from "#domain/shared/result.ts";
import { agencySign } from "#domain/unit/agency-sign.ts";
import type { Selectable } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Database } from "../db/schema.gen.ts";
import type { Deps } from "../deps.ts";
import { unseal } from "../keys/seal.ts";
import { basisTitles } from "../ledgers/basis-title.ts";
import { formSettingOn } from "../ledgers/form-ledger.ts";
import { unitPhone } from "../ledgers/unit-phone.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import { readParties } from "../ledgers/sealed-parties.ts";
import type { FormContent, FormData } from "../print/form-data.ts";
import { placeInHead, receiptParty, signerOf } from "../print/receipt-party.ts";
import type { Reference } from "../units/reference.ts";
import { pastEvents } from "./slip-date.ts";

export type FormIssue = Selectable<Database["form_issue"]>;

/**
 * What an issued form says, gathered from the act that issued it and the rows of its dossier. Made once and kept; form
 * set, paper size and copies are those of its day.
 */
export async function formDataOf(
  tx: Tx,
  deps: Deps,
  reference: Reference,
  dossier: DossierRecord,
  issue: FormIssue,
): Promise<FormData> {
  const form = issue.form as IssuedForm;
  const issuedAt = instant(issue.issued_at);
  const unit = reference.units.get(dossier.received_at_unit_id);
  const issuer = issuerOf(reference, issue.unit_id);
  const agency = reference.agencies.get(dossier.deciding_agency_id);
  const setting = formSettingOn(reference, form, localTime(issuedAt).day);
  const parties = await readParties(tx, deps.ring, dossier.id);
  invariant(unit && issuer && agency && parties.applicant, "what a form names is there");
  const phone = await unitPhone(tx, reference.lineOf(reference.heirOf(unit.id)), issuedAt);
  const secret = unseal<string>(deps.ring, `dossier.track:${dossier.id}`, dossier.track_secret_sealed);
  const content = unseal<FormContent>(deps.ring, `form:${issue.id}`, issue.sealed);
  const asked = content.onRequest ? await askedAt(tx, dossier.id, issue.seq) : undefined;
  return {
    form,
    formSet: issue.form_set as FormSet,
    paperSize: setting.paperSize,
    copies: setting.copies,
    ...issuer,
    number: issue.number,
    issuedAt,
    dossierCode: dossier.code,
    applicant: receiptParty(parties.applicant),
    request: { procedureName: dossier.procedure_name, procedureCode: dossier.procedure_code },
    agencyName: reference.agencies.get(issue.unit_id)?.name ?? agency.name,
    receivedAt: (await wasReceived(tx, dossier.id, issue.seq)) ? instant(dossier.received_at) : null,
    content: { ...content, ...(asked && { askedAt: asked }) },
    officer: await officerOf(tx, dossier.id, issue.seq),
    submitterName: signerOf(parties.submitter ?? parties.applicant),
    contact: { name: unit.name, ...(phone !== null && { phone }) },
    trackUrl: `${deps.publicUrl}/t/${encodeURIComponent(dossier.code)}/${secret}`,
    trackSecret: secret,
  };
}

/** Whether the dossier was received when the form was issued: a print that is made later says the same. */
async function wasReceived(tx: Tx, dossierId: string, upTo: number): Promise<boolean> {
  return !isBeforeReceipt(foldDossier(await pastEvents(tx, dossierId, upTo)).business);
}

/** What the head of a form says of the body that issued it. */
type Issuer = Pick<FormData, "governingBody" | "unitName" | "unitSign" | "place">;

/**
 * The head of the body that a form was numbered by. A committee has no body above it; a department that of its
 * province's committee; of any other agency nobody knows it, and the line is left out.
 *
 * @rule FORMS-01
 */
function issuerOf({ agencies, units }: Reference, id: string): Issuer | undefined {
  const unit = units.get(id);
  if (unit)
    return {
      governingBody: unit.governingBody,
      unitName: unit.name,
      unitSign: UNIT_SIGN,
      place: placeInHead(unit.place),
    };
  const agency = agencies.get(id);
  if (!agency) return undefined;
  const committee =
    agency.kind === "provincialDepartment" &&
    [...agencies.values()].find(
      ({ kind, administrativeUnitCode: code }) =>
        kind === "provincialCommittee" && code === agency.administrativeUnitCode,
    );
  return {
    governingBody: committee ? committee.name : "",
    unitName: agency.name,
    unitSign: agencySign(agency),
    place: placeInHead(agency.place),
  };
}

/** Of every one-stop unit, as the source of the forms has it. */
const UNIT_SIGN = "TTPVHCC";

/** When the citizen asked to have the dossier back, before the act that granted it. */
async function askedAt(tx: Tx, dossierId: string, before: number): Promise<Instant | undefined> {
  const event = await tx
    .selectFrom("dossier_event")
    .select("occurred_at")
    .where("dossier_id", "=", dossierId)
    .where("type", "=", "dossier.withdrawalAsked")
    .where("seq", "<", before)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return event && instant(event.occurred_at);
}

const POST_WORDS: Readonly<Partial<Record<Role, string>>> = {
  oneStopOfficer: "Công chức một cửa",
  unitHead: "Trưởng bộ phận một cửa",
  caseOfficer: "Công chức chuyên môn",
  approver: "Người phê duyệt",
};

/** Who issued it, as what and by which right: the citizen may know it as well as the auditor. */
async function officerOf(tx: Tx, dossierId: string, seq: number): Promise<FormData["officer"]> {
  const event = await tx
    .selectFrom("dossier_event as event")
    .innerJoin("nation.account as actor", "actor.id", "event.actor_id")
    .select(["event.basis_kind", "event.basis_id", "event.actor_id", "actor.full_name"])
    .where("event.dossier_id", "=", dossierId)
    .where("event.seq", "=", seq)
    .executeTakeFirstOrThrow();
  const basis = { kind: event.basis_kind, id: event.basis_id } as Basis;
  const title = (await basisTitles(tx, [basis]))(basis);
  if (basis.kind === "office")
    return { name: event.full_name, role: await postWords(tx, basis.id), basisNote: title };
  const isClerk = basis.kind === "mandate" || (await isPostalClerk(tx, event.actor_id));
  const role = isClerk ? "Nhân viên bưu điện" : "";
  return { name: event.full_name, role, basisNote: `Theo ${inSentence(title)}` };
}

/** A task may be given to a clerk and to a colleague. */
async function isPostalClerk(tx: Tx, accountId: string): Promise<boolean> {
  const post = await tx
    .selectFrom("nation.staff_post")
    .select("id")
    .where("account_id", "=", accountId)
    .where("role", "=", "postalClerk")
    .limit(1)
    .executeTakeFirst();
  return post !== undefined;
}

/** A decision keeps its capital letter, a task that was given is no name. */
function inSentence(title: string): string {
  return title.replace(/^Giao việc/, "giao việc");
}

async function postWords(tx: Tx, postId: string): Promise<string> {
  const { role } = await tx
    .selectFrom("nation.staff_post")
    .select("role")
    .where("id", "=", postId)
    .executeTakeFirstOrThrow();
  return POST_WORDS[role as Role] ?? "";
}
