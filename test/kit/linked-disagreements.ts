import { foldConsultations } from "#domain/dossier/consultation.ts";
import type { PastDossierEvent } from "#domain/dossier/dossier-event.ts";
import { type DossierState, applyEvent } from "#domain/dossier/fold-dossier.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import type { Db } from "#server/db/kysely.ts";

/** Where consultations and parts say something else than the events of their dossiers. */
export async function linkedDisagreements(db: Db, ids: readonly string[]): Promise<readonly string[]> {
  const rows = await db.selectFrom("consultation").selectAll().where("dossier_id", "in", ids).execute();
  const parts = await db
    .selectFrom("dossier")
    .select(["id", "code", "whole_id", "part_key"])
    .where("id", "in", ids)
    .where("whole_id", "is not", null)
    .execute();
  const told = [...rows.map((row) => row.dossier_id), ...parts.map(({ id }) => id)];
  if (told.length === 0) return [];
  const events = await db
    .selectFrom("dossier_event")
    .select(["dossier_id", "type", "type_version as version", "payload", "actor_id as actorId"])
    .where("dossier_id", "in", told)
    .orderBy("seq")
    .execute();
  const eventsOf = groupBy(events, (event) => event.dossier_id);
  const wrong = [...groupBy(rows, (row) => row.dossier_id)].flatMap(([id, own]) => {
    const states = foldConsultations(withStatus(eventsOf.get(id) ?? []));
    const asked = own.filter((row) => states.get(row.id) !== row.state);
    return [
      ...asked.map(
        (row) => `${row.code}: a consultation is ${row.state}, its events say ${states.get(row.id)}`,
      ),
      ...(states.size === own.length
        ? []
        : [`${id}: ${own.length} consultations, ${states.size} were asked`]),
    ];
  });
  const astray = parts.filter(({ id, whole_id, part_key }) => {
    const [opened] = eventsOf.get(id) ?? [];
    const said = opened?.payload as { readonly wholeId?: string; readonly key?: string } | undefined;
    return opened?.type !== "dossier.openedAsPart" || said?.wholeId !== whole_id || said?.key !== part_key;
  });
  return [...wrong, ...astray.map(({ code }) => `${code}: a part of another dossier than its event says`)];
}

function withStatus(events: readonly { readonly type: string; readonly payload: unknown }[]) {
  let state: DossierState | undefined;
  return events.map((event) => {
    state = applyEvent(state, event as unknown as PastDossierEvent);
    return { type: event.type, payload: event.payload, business: state.business };
  });
}
