import { DATED_STATUSES } from "#domain/dossier/check-due-date.ts";
import { dossierEvent } from "#domain/dossier/dossier-event.ts";
import { submissionBy } from "#domain/dossier/submission.ts";
import type { AccountId } from "#domain/shared/id.ts";
import type { Instant } from "#domain/shared/instant.ts";
import { instant } from "#domain/shared/instant.ts";
import { invariant } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import type { Reference } from "../units/reference.ts";
import { dueAfter } from "./deadline.ts";
import type { DossierRecord } from "./load-dossier.ts";
import { recordMove } from "./move-dossier.ts";

/**
 * The dossiers whose papers on a bảng kê are all there, as the signing of it looks at them; held until the transaction
 * ends. What is missing has not arrived: its dossier is submitted by the biên bản by which the last of it comes.
 * Quyết định 45/2016/QĐ-TTg Điều 7 khoản 4.
 *
 * @param missing positions of the lines that were not found
 */
export async function holdForwarded(
  tx: Tx,
  manifestId: string,
  missing: readonly number[],
): Promise<readonly DossierRecord[]> {
  const { rows } = await sql<DossierRecord>`
    with recursive thing as (
      select l.thing, l.thing_id as id, l.position = any (${[...missing]}::integer[]) as missing
      from manifest_line l where l.manifest_id = ${manifestId}::uuid
      union all
      select 'container', c.id, t.missing from container c join thing t on t.thing = 'container'
        and c.holder_kind = 'container' and c.holder_id = t.id),
    paper as (
      select i.dossier_id, t.missing from item i join thing t on t.thing = 'item' and t.id = i.id where i.kind = 'paper'
      union
      select i.dossier_id, t.missing from item i join thing t on t.thing = 'container' and i.holder_kind = 'container'
        and i.holder_id = t.id where i.kind = 'paper')
    select d.* from dossier d where d.id in (select dossier_id from paper group by dossier_id having not bool_or(missing)) order by d.id for no key update`.execute(
    tx,
  );
  return rows;
}

export interface Signing {
  readonly deps: Deps;
  readonly reference: Reference;
  readonly manifestId: string;
  readonly number: string;
  readonly signedAt: Instant;
  readonly actorId: AccountId;
  readonly now: Instant;
  readonly requestId: string;
  readonly mandateEpoch: number;
}

/**
 * The signing of a biên bản by which the post forwards papers is the submission of their dossiers: their limit runs from
 * it. Each once; a date that nobody can count stays.
 *
 * @param dossiers held by {@link holdForwarded}
 * @rule SUBMISSION-01
 */
export async function submitForwarded(
  tx: Tx,
  dossiers: readonly DossierRecord[],
  signing: Signing,
): Promise<void> {
  for (const dossier of dossiers) await submit(tx, dossier, signing);
}

async function submit(tx: Tx, dossier: DossierRecord, signing: Signing): Promise<void> {
  const { deps, reference, manifestId, number, actorId, now } = signing;
  if (!DATED_STATUSES.some((status) => status === dossier.business_status)) return;
  const { rows } = await sql<{ submitted: boolean; countsAnew: boolean }>`
    select coalesce(bool_or(type = 'dossier.submitted'), false) as submitted,
      coalesce(bool_or(type in ('dossier.supplemented', 'dossier.supplementTakenIn', 'dossier.reopened')), false) as "countsAnew"
    from dossier_event where dossier_id = ${dossier.id}::uuid`.execute(tx);
  const at = submissionBy(
    "postalForwarder",
    {
      receivedAs: dossier.received_as as "postalForwarder",
      receivedAt: instant(dossier.received_at),
      submitted: rows[0]?.submitted === true,
      countsAnew: rows[0]?.countsAnew === true,
    },
    signing.signedAt,
  );
  if (at === null) return;
  const due = await dueAfter(tx, reference, dossier, { type: "dossier.submitted", at });
  if (!due.ok) return;
  const act = {
    dossierId: dossier.id,
    // By the rule and not by anybody's discretion: who signed for the agency is the actor.
    basis: { kind: "rule", id: "SUBMISSION-01" },
    actorId,
    counterId: null,
    requestId: signing.requestId,
    occurredAt: at,
    recordedAt: now,
    scope: dossier.scope,
    mandateEpoch: signing.mandateEpoch,
  } as const;
  const event = dossierEvent("dossier.submitted", { manifestId, manifest: number, dueAt: due.value.dueAt });
  const moved = await recordMove(tx, deps, dossier, act, { event, due: due.value });
  invariant(moved.ok, "a dossier that is held does not change");
}
