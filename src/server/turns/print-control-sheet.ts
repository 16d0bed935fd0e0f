import { printControlSheet } from "#contract/turns.ts";
import { readDossierCode } from "#domain/dossier/dossier-code.ts";
import type { DossierEventType } from "#domain/dossier/dossier-event.ts";
import { STANDING_STATUSES, isBeforeReceipt } from "#domain/dossier/dossier-state.ts";
import type { FormSet } from "#domain/dossier/issued-form.ts";
import { punctuality } from "#domain/dossier/punctuality.ts";
import { type Instant, instant, localTime } from "#domain/shared/instant.ts";
import { done, invariant, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import type { Deps } from "../deps.ts";
import { bind } from "../http/context.ts";
import { unseal } from "../keys/seal.ts";
import { stateOfRow } from "../ledgers/dossier-ledger.ts";
import { formSettingOn } from "../ledgers/form-ledger.ts";
import { loadReadable } from "../ledgers/consultation-ledger.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import type { ControlSheetData, Hop } from "../print/control-sheet-data.ts";
import { placeInHead } from "../print/receipt-party.ts";
import type { Reference } from "../units/reference.ts";

/**
 * How a dossier went from hand to hand so far, out of its events: the trace that the circular asks of the system. Nothing
 * is kept; as long as nothing happens the bytes are the same.
 *
 * @rule CONTROL-SHEET-01
 */
export const printControlSheetRoute = bind(printControlSheet, async ({ deps, reference, params, read }) => {
  const found = await read(async (tx) => {
    const dossier = await loadReadable(tx, params.dossierId);
    const isOurs =
      dossier && dossier.imported_from === null && !isBeforeReceipt(stateOfRow(dossier).business);
    return isOurs ? sheetOf(tx, deps, reference, dossier) : undefined;
  });
  if (!found) return refuse("not_found");
  const content = await deps.printer.renderControlSheet(found);
  return done({ content, mediaType: "application/pdf", fileName: `${found.dossierCode}-kiem-soat.pdf` });
});

async function sheetOf(
  tx: Tx,
  deps: Deps,
  reference: Reference,
  dossier: DossierRecord,
): Promise<ControlSheetData> {
  const unit = reference.units.get(reference.heirOf(dossier.received_at_unit_id));
  const agency = reference.agencies.get(dossier.deciding_agency_id);
  invariant(unit && agency, "unit and agency of a dossier are there");
  const events = await tx
    .selectFrom("dossier_event as event")
    .innerJoin("nation.account as actor", "actor.id", "event.actor_id")
    .select(["event.type", "event.recorded_at", "actor.full_name as name"])
    .where("event.dossier_id", "=", dossier.id)
    .orderBy("event.seq")
    .execute();
  const asOf = instant(events.at(-1)?.recorded_at ?? dossier.received_at);
  const setting = formSettingOn(reference, "controlSheet", localTime(instant(dossier.received_at)).day);
  const sequence = readDossierCode(dossier.code);
  const secret = unseal<string>(deps.ring, `dossier.track:${dossier.id}`, dossier.track_secret_sealed);
  const names = { unit: unit.name, agency: agency.name };
  return {
    formSet: setting.formSet as FormSet,
    paperSize: setting.paperSize,
    copies: setting.copies,
    governingBody: unit.governingBody,
    unitName: unit.name,
    place: placeInHead(unit.place),
    ...(sequence.ok && { number: String(sequence.value.sequence) }),
    asOf,
    dossierCode: dossier.code,
    agencyName: agency.name,
    receivedAt: instant(dossier.received_at),
    dueAt: dueOf(dossier),
    hops: events.flatMap(({ type, recorded_at, name }, index) => {
      const taken = events.slice(0, index).some((before) => before.type === "dossier.taken");
      return hopOf(type as DossierEventType, instant(recorded_at), name, { ...names, taken }, dossier);
    }),
    trackUrl: `${deps.publicUrl}/t/${encodeURIComponent(dossier.code)}/${secret}`,
    trackSecret: secret,
  };
}

/** The date that holds; while the clock stands the one of before is none. */
function dueOf(dossier: DossierRecord): Instant | null {
  const { business } = stateOfRow(dossier);
  const stands = STANDING_STATUSES.some((status) => status === business);
  return stands || dossier.due_at === null ? null : instant(dossier.due_at);
}

type Station = "citizen" | "unit" | "agency" | "caseOfficer" | "approver";

interface Way {
  readonly from: Station;
  readonly to: Station;
  /** Whether the event is of who gave or of who took. */
  readonly by: "giver" | "taker";
  readonly note?: string;
  /** The case is done with it. */
  readonly ends?: true;
}

/** Events with which a dossier changes hands; every other one leaves it where it is. */
const WAYS: Readonly<Partial<Record<DossierEventType, Way>>> = {
  "dossier.received": { from: "citizen", to: "unit", by: "taker" },
  "dossier.takenIn": { from: "citizen", to: "unit", by: "taker" },
  "dossier.accepted": { from: "citizen", to: "unit", by: "taker" },
  "dossier.acceptanceTakenIn": { from: "citizen", to: "unit", by: "taker" },
  "dossier.forwarded": { from: "unit", to: "agency", by: "giver" },
  "dossier.sentToDesk": { from: "agency", to: "unit", by: "giver", note: "Trả lại Bộ phận Một cửa" },
  "dossier.taken": { from: "agency", to: "caseOfficer", by: "taker" },
  "dossier.supplementAsked": { from: "unit", to: "citizen", by: "giver", note: "Yêu cầu bổ sung (Mẫu 02)" },
  "dossier.supplemented": { from: "citizen", to: "unit", by: "taker", note: "Đã bổ sung" },
  "dossier.supplementTakenIn": { from: "citizen", to: "unit", by: "taker", note: "Đã bổ sung" },
  "dossier.outcomeRecorded": { from: "caseOfficer", to: "approver", by: "giver", note: "Trình kết quả" },
  "dossier.sentBack": { from: "approver", to: "caseOfficer", by: "giver", note: "Trả lại để làm lại" },
  "dossier.approved": { from: "approver", to: "unit", by: "giver", ends: true },
  "dossier.returned": { from: "unit", to: "citizen", by: "giver", note: "Trả kết quả" },
  "dossier.handedOver": { from: "unit", to: "citizen", by: "giver", note: "Trả kết quả" },
  "dossier.withdrawalAccepted": {
    from: "unit",
    to: "citizen",
    by: "giver",
    note: "Dừng giải quyết theo đề nghị",
  },
  "dossier.stopped": { from: "approver", to: "unit", by: "giver", note: "Dừng giải quyết" },
};

function hopOf(
  type: DossierEventType,
  at: Instant,
  name: string,
  { unit, agency, taken }: { readonly unit: string; readonly agency: string; readonly taken: boolean },
  { due_at: dueAt, supplements }: DossierRecord,
): readonly Hop[] {
  const way = WAYS[type];
  if (!way) return [];
  const stations: Readonly<Record<Station, string>> = {
    citizen: "Người nộp hồ sơ",
    unit,
    agency,
    caseOfficer: "Công chức chuyên môn",
    approver: "Người phê duyệt",
  };
  const judged =
    way.ends && dueAt !== null
      ? punctuality({ dueAt: instant(dueAt), endedAt: at, supplements, asOf: at })
      : null;
  return [
    {
      // What is missing is asked for by whoever has the case.
      from: stations[taken && type === "dossier.supplementAsked" ? "caseOfficer" : way.from],
      to: stations[way.to],
      at,
      giver: way.by === "giver" ? name : "",
      taker: way.by === "taker" ? name : "",
      result: judged === "underway" ? null : judged,
      note: way.note ?? "",
    },
  ];
}
