import type { CustodyEntry, Holder } from "#domain/custody/custody.ts";
import type { PartyDetails } from "#domain/person/party.ts";
import { type ItemId, asId } from "#domain/shared/id.ts";
import type { Rows } from "../db/insert-rows.ts";
import type { Deps } from "../deps.ts";
import { blindIndex } from "../keys/key-ring.ts";
import { seal } from "../keys/seal.ts";
import { custodyRow } from "./custody-ledger.ts";
import type { ActRecord } from "./dossier-ledger.ts";

/** What making rows asks of the program: keys to seal with and new ids. */
export type RowMaking = Pick<Deps, "ring" | "newId">;

type Numbered = { readonly identityNumber: string } | { readonly taxCode: string };

/**
 * A person or organisation of a dossier, sealed whole; the number and the phone can be met again by exact
 * match. Who has no number (it happens in dossiers of other systems) is met by nobody.
 */
export function partyRow(
  { ring, newId }: RowMaking,
  act: Pick<ActRecord, "dossierId" | "scope">,
  role: "applicant" | "submitter" | "proxy",
  details: Pick<PartyDetails, "kind" | "phone"> & Numbered,
  sealed: unknown,
): NonNullable<Rows["party"]>[number] {
  const id = newId();
  const number = "taxCode" in details ? details.taxCode : details.identityNumber;
  return {
    id,
    dossier_id: act.dossierId,
    role,
    kind: details.kind,
    sealed: seal(ring, `party:${id}`, sealed),
    number_index: number === "" ? null : blindIndex(ring, "number", number),
    phone_index: details.phone ? blindIndex(ring, "phone", details.phone) : null,
    until_seq: null,
    scope: [...act.scope],
  };
}

/** A paper or a result as it comes into the house. */
export interface NewItem {
  readonly kind: "paper" | "result";
  readonly paperId: string | null;
  readonly name: string;
  readonly originals: number;
  readonly copies: number;
  readonly shown: boolean;
  readonly note: string | null;
}

/** A paper that stays is born into the hands of its holder by an event of the dossier, as a rule the first; one only shown has none. */
export function itemRows(
  { newId }: Pick<RowMaking, "newId">,
  act: ActRecord,
  item: NewItem,
  position: number,
  holder: Holder,
  dossierSeq = 1,
) {
  const itemId = asId<ItemId>(newId());
  const born: CustodyEntry = { thingId: itemId, type: "born", to: holder };
  return {
    item: {
      id: itemId as string,
      dossier_id: act.dossierId,
      position,
      kind: item.kind,
      paper_id: item.paperId,
      name: item.name,
      originals: item.originals,
      copies: item.copies,
      shown: item.shown,
      note: item.note,
      holder_kind: item.shown ? null : holder.kind,
      holder_id: item.shown ? null : holder.id,
      custody_seq: item.shown ? 0 : 1,
      struck: false,
      originals_back: false,
      scope: [...act.scope],
    },
    birth: item.shown ? [] : [custodyRow(act, dossierSeq, born, 1)],
  };
}

/** What must be done once a dossier is received: its Mẫu 01 is made and kept. */
export function receivedTopic(
  { newId }: Pick<RowMaking, "newId">,
  act: Pick<ActRecord, "dossierId" | "recordedAt">,
): NonNullable<Rows["outbox"]>[number] {
  return {
    id: newId(),
    topic: "dossier.received",
    payload: { dossierId: act.dossierId },
    created_at: act.recordedAt,
    queued_at: null,
    lane: null,
  };
}
