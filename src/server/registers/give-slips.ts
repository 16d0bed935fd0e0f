import { issueSlip, readSlips } from "#contract/registers.ts";
import type { SlipForm } from "#domain/dossier/register.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { done, invariant, refuse } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import type { ListData } from "../print/list-data.ts";
import { momentInCell } from "../print/moment-words.ts";
import type { Reference } from "../units/reference.ts";
import { headOf } from "./register-list.ts";
import { keepingPost, registerUnits } from "./register-units.ts";
import { type SlipRow, findMoved, holdDossiers, slipSince, writeSlipRows } from "./slip-store.ts";
import { findSlips, issueUnitForm } from "./unit-form-store.ts";

const CANDIDATES_MAX = 200;
const SLIPS_SHOWN = 30;

/** What moved between desk and agency and is on no slip yet, and the newest slips. */
export const readSlipsRoute = bind(readSlips, async ({ deps, actor, reference, query, now, read }) => {
  const units = registerUnits(actor, reference);
  const { form } = query;
  const found = await read(async (tx) => ({
    moved: await findMoved(tx, deps.ring, { form, units, since: slipSince(now), limit: CANDIDATES_MAX }),
    slips: await findSlips(tx, units, form, SLIPS_SHOWN),
  }));
  return done({
    candidates: found.moved.map(({ dossierId, code, procedureName, applicant, agencyId, at }) => ({
      dossierId,
      code,
      procedureName,
      applicant,
      agencyName: reference.agencies.get(agencyId)?.name ?? "",
      at,
    })),
    slips: found.slips,
  });
});

/**
 * Issues a slip for dossiers that went to one agency, or for results that came back from it; each is on one slip. Of two
 * at once the second finds that nothing is left to hand over.
 */
export const issueSlipRoute = bind(issueSlip, ({ deps, actor, reference, body, now, write }) =>
  write(async (tx) => {
    const ids = [...new Set(body.dossierIds)];
    await holdDossiers(tx, ids);
    const units = registerUnits(actor, reference);
    const wanted = { form: body.form, units, since: slipSince(now), ids, limit: ids.length };
    const rows = await findMoved(tx, deps.ring, wanted);
    const [first] = rows;
    if (!first || rows.length < ids.length) return refuse("slip_dossier_unfit");
    if (rows.some(({ agencyId, unitId }) => agencyId !== first.agencyId || unitId !== first.unitId))
      return refuse("slip_two_agencies");
    const post = keepingPost(actor, reference, first.unitId);
    if (!post) return refuse("not_found");
    const unitId = reference.heirOf(first.unitId);
    const list = slipList(reference, { form: body.form, unitId, rows, now, by: actor.fullName });
    const issued = await issueUnitForm(
      tx,
      deps,
      { accountId: actor.accountId, postId: post.id, now },
      { unitId, year: Number(localTime(now).day.slice(0, 4)), list },
    );
    await writeSlipRows(tx, issued.formId, ids);
    return done(issued);
  }),
);

interface SlipOrder {
  readonly form: SlipForm;
  readonly unitId: string;
  readonly rows: readonly SlipRow[];
  readonly now: Instant;
  readonly by: string;
}

function slipList(reference: Reference, { form, unitId, rows, now, by }: SlipOrder): ListData {
  const head = headOf(reference, unitId, form, localTime(now).day);
  const agency = reference.agencies.get(rows[0]?.agencyId ?? "")?.name;
  invariant(agency, "the agency of a slip is there");
  const toAgency = form === "dossierHandOver";
  return {
    ...head,
    number: null,
    issuedAt: now,
    heading: {
      from: toAgency ? head.unitName : agency,
      to: toAgency ? agency : head.unitName,
      count: String(rows.length).padStart(2, "0"),
      at: momentInCell(now),
    },
    rows: rows.map(cellsOfSlip),
    signers: toAgency ? { giver: by } : { taker: by },
  };
}

const OUTCOME_WORDS = { granted: "Đã giải quyết", refused: "Từ chối giải quyết" } as const;

function cellsOfSlip(row: SlipRow, index: number): Readonly<Record<string, string>> {
  return {
    number: String(index + 1).padStart(2, "0"),
    code: row.code,
    procedure: row.procedureName,
    applicant: row.applicant,
    address: row.address,
    originals: String(row.originals),
    copies: String(row.copies),
    due: row.dueAt === null ? "" : momentInCell(row.dueAt),
    outcome: row.outcome === null ? "" : OUTCOME_WORDS[row.outcome],
    fee: row.feeDue !== null && row.feeDue > 0 ? "X" : "",
    postal: row.returnMethod === "postal" ? "X" : "",
    note: "",
  };
}
