import type { PartDossier } from "#domain/dossier/interlinked.ts";
import { type InterlinkedRule, partsInTheWay } from "#domain/dossier/interlinked.ts";
import type { Instant } from "#domain/shared/instant.ts";
import type { PlainDate } from "#domain/shared/plain-date.ts";
import { type Result, done, refuse } from "#domain/shared/result.ts";
import { type BusinessStatus, hasEnded } from "#domain/dossier/dossier-state.ts";
import { type RawBuilder, sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { ruleOf } from "./interlinked-rules.ts";
import type { DossierRecord } from "./load-dossier.ts";

/** A part as whoever may read the whole sees it. */
export interface PartRow extends PartDossier {
  readonly dossierId: string;
  readonly code: string;
  readonly agencyId: string;
  readonly dueAt: Instant | null;
  readonly provisional: boolean;
  readonly openedAt: Instant;
  /** This person may open its page. */
  readonly readable: boolean;
}

/** The dossiers of the parts that were opened. */
export async function loadParts(tx: Tx, wholeId: string): Promise<readonly PartRow[]> {
  return (await partRows(wholeId).execute(tx)).rows;
}

/** The rows of {@link loadParts}, to be read alone or with others. */
export function partRows(wholeId: string | RawBuilder<unknown>) {
  return sql<PartRow>`
    select key, dossier_id as "dossierId", code, status, outcome, agency_id as "agencyId", due_at as "dueAt",
      due_provisional as provisional, opened_at as "openedAt", readable
    from parts_of(${wholeId}::uuid)`;
}

/** The whole as whoever may read the part sees it. */
export interface WholeRow {
  readonly key: string;
  readonly wholeId: string;
  readonly code: string;
  readonly procedureName: string;
  readonly procedureCode: string;
  readonly receivedOn: PlainDate;
  readonly status: BusinessStatus;
  readonly readable: boolean;
}

/** The dossier that this one is a part of; undefined for one that stands alone. */
async function loadWhole(
  tx: Tx,
  part: Pick<DossierRecord, "id" | "whole_id">,
): Promise<WholeRow | undefined> {
  if (part.whole_id === null) return undefined;
  return (await wholeRows(part.id).execute(tx)).rows[0];
}

/** The row of {@link loadWhole}, to be read alone or with others; none for a dossier that stands alone. */
export function wholeRows(partId: string | RawBuilder<unknown>) {
  return sql<WholeRow>`
    select key, whole_id as "wholeId", code, procedure_name as "procedureName", procedure_code as "procedureCode",
      received_on as "receivedOn", status, readable
    from whole_of(${partId}::uuid)`;
}

export interface OpenedParts {
  readonly rule: InterlinkedRule;
  readonly parts: readonly PartRow[];
}

/** The rule of a whole with the dossiers of its parts; undefined where none was opened, which is worked as one. */
export async function openedParts(tx: Tx, dossier: DossierRecord): Promise<OpenedParts | undefined> {
  const rule = wholeRule(dossier);
  return rule && withParts(rule, await loadParts(tx, dossier.id));
}

/** {@link openedParts} from rows that were read with others. */
export function partsRead(dossier: DossierRecord, parts: readonly PartRow[]): OpenedParts | undefined {
  const rule = wholeRule(dossier);
  return rule && withParts(rule, parts);
}

function wholeRule(dossier: DossierRecord): InterlinkedRule | undefined {
  return dossier.whole_id === null ? ruleOf(dossier) : undefined;
}

function withParts(rule: InterlinkedRule, parts: readonly PartRow[]): OpenedParts | undefined {
  return parts.length === 0 ? undefined : { rule, parts };
}

/**
 * Refuses what cannot be done while needed parts are under way: the whole has one answer, and it is the last.
 */
export async function unlessPartsOpen(tx: Tx, dossier: DossierRecord): Promise<Result<null, "parts_open">> {
  const opened = await openedParts(tx, dossier);
  const open = opened ? partsInTheWay(opened.rule, opened.parts) : [];
  return open.length === 0 ? done(null) : refuse("parts_open", { parts: open.map(({ name }) => name.vi) });
}

/**
 * Refuses what the citizen does with the whole alone: the part has no code of the citizen's, and is returned with it. A
 * part whose whole has ended stands by itself.
 */
export async function unlessPart(tx: Tx, dossier: DossierRecord): Promise<Result<null, "part_of_another">> {
  const whole = await loadWhole(tx, dossier);
  if (!whole || hasEnded(whole.status)) return done(null);
  return refuse("part_of_another", { code: whole.code });
}
