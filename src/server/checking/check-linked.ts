import { foldConsultations } from "#domain/dossier/consultation.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import { type DossierCheck, type Finding, shown } from "./finding.ts";
import { type DossierHistory, amongIds } from "./load-histories.ts";

/** Each consultation stands where the events of its dossier say, and there are as many as were asked. */
export const checkConsultations: DossierCheck = async (tx, dossiers) => {
  const rows = await tx
    .selectFrom("consultation")
    .select(["id", "dossier_id", "state"])
    .where("dossier_id", "=", amongIds(dossiers.map(({ dossier }) => dossier.id)))
    .orderBy("asked_seq")
    .execute();
  const rowsOf = groupBy(rows, (row) => row.dossier_id);
  return dossiers.flatMap((history) => ofConsultations(history, rowsOf.get(history.dossier.id) ?? []));
};

function ofConsultations(
  { dossier, events, states }: DossierHistory,
  rows: readonly { readonly id: string; readonly state: string }[],
): readonly Finding[] {
  if (states === null) return [];
  const subject = dossier.code;
  const told = events.flatMap((event, index) => {
    const state = states[index];
    return state ? [{ type: event.type, payload: event.payload, business: state.business }] : [];
  });
  const asked = foldConsultations(told);
  const wrong = rows.filter(({ id, state }) => asked.get(id) !== state);
  return [
    ...wrong.map(({ id, state }) => ({
      subject,
      ledger: `consultation ${id} ${shown(asked.get(id))}`,
      projection: state,
    })),
    ...(asked.size === rows.length
      ? []
      : [{ subject, ledger: `${asked.size} consultations asked`, projection: `${rows.length} rows` }]),
  ];
}

/** A part belongs to the whole that its first event names, under the same key; no other dossier belongs to one. */
export const checkParts: DossierCheck = async (_tx, dossiers) =>
  dossiers.flatMap(({ dossier, events }) => {
    const [opened] = events;
    const isPart = opened?.type === "dossier.openedAsPart";
    const ledger = isPart ? partOf(opened.payload.wholeId, opened.payload.key) : partOf(null, null);
    const projection = partOf(dossier.whole_id, dossier.part_key);
    return ledger === projection ? [] : [{ subject: dossier.code, ledger, projection }];
  });

function partOf(wholeId: string | null, key: string | null): string {
  return wholeId === null ? "part of none" : `part ${shown(key)} of ${wholeId}`;
}
