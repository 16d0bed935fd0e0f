import { isDeepStrictEqual } from "node:util";
import type { DossierState } from "#domain/dossier/fold-dossier.ts";
import { groupBy } from "#domain/shared/group-by.ts";
import { stateOfRow } from "../ledgers/dossier-ledger.ts";
import { type DossierCheck, type Finding, shown } from "./finding.ts";
import { type DossierHistory, amongIds } from "./load-histories.ts";

/** The columns of a dossier are the fold of its events; the events have no gap and never go back in time. */
export const checkStates: DossierCheck = async (_tx, dossiers) => dossiers.flatMap(ofHistory);

function ofHistory({ dossier, events, states, problem }: DossierHistory): readonly Finding[] {
  const subject = dossier.code;
  const row = stateOfRow(dossier);
  const state = states?.at(-1);
  const gap = events.find(({ seq }, index) => seq !== index + 1);
  const early = events.find((event, index) => isBefore(event, events[index - 1]));
  return [
    ...(problem === null ? [] : [{ subject, ledger: problem, projection: row.business }]),
    ...(problem === null && !state ? [{ subject, ledger: "no event", projection: row.business }] : []),
    ...(state ? different(subject, state, row) : []),
    ...(gap
      ? [{ subject, ledger: `a gap before event ${gap.seq}`, projection: `version ${row.version}` }]
      : []),
    ...(early
      ? [{ subject, ledger: `event ${early.seq} is earlier than the one before`, projection: "in order" }]
      : []),
  ];
}

type PastEvent = DossierHistory["events"][number];

/** A signing before the intake is written with it, and happened earlier: SUBMISSION-01. */
function isBefore(event: PastEvent, last: PastEvent | undefined): boolean {
  if (!last) return false;
  const isEarlierSigning = event.type === "dossier.submitted" && event.payload.atIntake === true;
  return event.recordedAt < last.recordedAt || (event.at < last.at && !isEarlierSigning);
}

/** One line that names the columns of which the two say something else. */
function different(subject: string, state: DossierState, row: DossierState): readonly Finding[] {
  const keys = (Object.keys(state) as (keyof DossierState)[]).filter(
    (key) => !isDeepStrictEqual(state[key], row[key]),
  );
  if (keys.length === 0) return [];
  const named = (one: DossierState) => keys.map((key) => `${key} ${shown(one[key])}`).join(", ");
  return [{ subject, ledger: named(state), projection: named(row) }];
}

/** Every dossier is found by its code, unit and agency: the row of the search says what the dossier says. */
export const checkSearch: DossierCheck = async (tx, dossiers) => {
  const rows = await tx
    .selectFrom("dossier_search")
    .select(["dossier_id", "code", "unit_id", "agency_id"])
    .where("dossier_id", "=", amongIds(dossiers.map(({ dossier }) => dossier.id)))
    .execute();
  const rowOf = groupBy(rows, (row) => row.dossier_id);
  return dossiers.flatMap(({ dossier }) => {
    const [row] = rowOf.get(dossier.id) ?? [];
    const { code, received_at_unit_id: unit, deciding_agency_id: agency } = dossier;
    const ledger = `found by ${code}, unit ${unit}, agency ${agency}`;
    if (!row) return [{ subject: code, ledger, projection: "not found by the search" }];
    const projection = `found by ${row.code}, unit ${row.unit_id}, agency ${row.agency_id}`;
    return projection === ledger ? [] : [{ subject: code, ledger, projection }];
  });
};
