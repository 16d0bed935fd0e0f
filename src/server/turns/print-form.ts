import { printForm } from "#contract/turns.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { type Space, type Tx, inSpace } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { bind } from "../http/context.ts";
import { loadReadable } from "../ledgers/consultation-ledger.ts";
import { loadDossier } from "../ledgers/load-dossier.ts";
import { CITIZENS_COPY } from "../print/copy-names.ts";
import { type FormIssue, formDataOf } from "./form-data-of.ts";

const FORM_PURPOSE = "form";

/** A form as it was issued: the kept bytes; until the job has kept it, made now, which gives the same bytes. */
export const printFormRoute = bind(printForm, async ({ deps, reference, params, read }) => {
  const found = await read(async (tx) => {
    const dossier = await loadReadable(tx, params.dossierId);
    const issue = dossier && (await findIssue(tx, dossier.id, params.formIssueId));
    if (!issue) return undefined;
    const kept = await findKept(tx, issue.id);
    const data = kept ? undefined : await formDataOf(tx, deps, reference, dossier, issue);
    return { fileName: fileNameOf(dossier.code, issue), kept, data };
  });
  if (!found) return refuse("not_found");
  const { data, fileName, kept } = found;
  const content = data ? await deps.printer.renderForm(data) : await deps.files.get(kept ?? Buffer.of());
  return done({ content, mediaType: "application/pdf", fileName });
});

/**
 * Keeps the PDF of a form that was issued: what the citizen was given can be shown for ever, whatever wordings become.
 * Done twice it changes nothing, so the job may be repeated.
 */
export async function keepForm(
  deps: Deps,
  space: Space,
  dossierId: string,
  formIssueId: string,
): Promise<void> {
  const access = { places: [], dossierId };
  const found = await inSpace(deps.db, space, access, async (tx) => {
    const issue = await findIssue(tx, dossierId, formIssueId);
    const dossier = issue && (await loadDossier(tx, dossierId));
    if (!dossier || (await findKept(tx, issue.id))) return undefined;
    const { actor_id: actorId } = await tx
      .selectFrom("dossier_event")
      .select("actor_id")
      .where("dossier_id", "=", dossierId)
      .where("seq", "=", issue.seq)
      .executeTakeFirstOrThrow();
    const data = await formDataOf(tx, deps, deps.reference.current(), dossier, issue);
    return { issue, actorId, data, code: dossier.code };
  });
  if (!found) return;
  const { issue, actorId, data, code } = found;
  const content = await deps.printer.renderForm(data);
  const sha256 = await deps.files.put(content);
  await inSpace(deps.db, space, access, async (tx) => {
    // A form has one file, under its own id: a second job finds the row and leaves it.
    await tx
      .insertInto("file")
      .values({
        id: issue.id,
        dossier_id: dossierId,
        purpose: FORM_PURPOSE,
        sha256,
        bytes: content.length,
        media_type: "application/pdf",
        name: fileNameOf(code, issue),
        uploaded_by: actorId,
        uploaded_at: issue.issued_at,
        scope: issue.scope,
      })
      .onConflict((conflict) => conflict.column("id").doNothing())
      .execute();
  });
}

/**
 * The citizen's copy of a form that was issued, which is then also kept whole; undefined when the dossier has no such form.
 */
export async function openForm(
  deps: Deps,
  space: Space,
  dossierId: string,
  formIssueId: string,
): Promise<{ readonly fileName: string; readonly content: Buffer } | undefined> {
  await keepForm(deps, space, dossierId, formIssueId);
  const found = await inSpace(deps.db, space, { places: [], dossierId }, async (tx) => {
    const issue = await findIssue(tx, dossierId, formIssueId);
    const dossier = issue && (await loadDossier(tx, dossierId));
    if (!dossier) return undefined;
    const data = await formDataOf(tx, deps, deps.reference.current(), dossier, issue);
    return { data, fileName: fileNameOf(dossier.code, issue) };
  });
  if (!found) return undefined;
  const content = await deps.printer.renderForm({ ...found.data, onlyCopy: CITIZENS_COPY });
  return { fileName: found.fileName, content: Buffer.from(content) };
}

/** @example "000.00.01.H20-261122-0001-mau02-7.pdf" */
function fileNameOf(code: string, { form, number }: FormIssue): string {
  return `${code}-${form}-${number}.pdf`;
}

async function findIssue(tx: Tx, dossierId: string, formIssueId: string): Promise<FormIssue | undefined> {
  return tx
    .selectFrom("form_issue")
    .selectAll()
    .where("id", "=", formIssueId)
    .where("dossier_id", "=", dossierId)
    .executeTakeFirst();
}

async function findKept(tx: Tx, formIssueId: string): Promise<Buffer | undefined> {
  const row = await tx
    .selectFrom("file")
    .select("sha256")
    .where("id", "=", formIssueId)
    .where("purpose", "=", FORM_PURPOSE)
    .executeTakeFirst();
  return row?.sha256;
}
