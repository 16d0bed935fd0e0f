import type { AwaitedView } from "#contract/dossiers.ts";
import type { DossierEventPayloads } from "#domain/dossier/dossier-payloads.ts";
import type { BusinessStatus } from "#domain/dossier/dossier-state.ts";
import type { Tx } from "../db/kysely.ts";
import type { KeyRing } from "../keys/key-ring.ts";
import { unseal } from "../keys/seal.ts";
import { stateOfRow } from "../ledgers/dossier-ledger.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import { type Noted, noteOf } from "./event-views.ts";
import type { PageRows } from "./page-store.ts";

/** The event that asked for what a status waits for. */
const ASKED_BY = {
  toBeSupplemented: "dossier.supplementAskedBeforeReceipt",
  awaitingSupplement: "dossier.supplementAsked",
  awaitingPayment: "dossier.dutyImposed",
} as const satisfies Partial<Record<BusinessStatus, keyof DossierEventPayloads>>;

type Asking = (typeof ASKED_BY)[keyof typeof ASKED_BY];

/** What of the words of Mẫu 02 is shown here. */
type SupplementContent = Pick<AwaitedView, "papers">;

/**
 * What the citizen was asked for and has not brought, be it on the staff's page or on the citizen's own; null when
 * nothing is awaited. A dossier that the citizen asks to have back meanwhile still waits for it.
 */
export async function awaitedView(
  tx: Tx,
  ring: KeyRing,
  dossier: DossierRecord,
): Promise<AwaitedView | null> {
  const type = askedBy(dossier);
  if (type === undefined) return null;
  const asked = await tx
    .selectFrom("dossier_event as event")
    .leftJoin("form_issue as form", (join) =>
      join.onRef("form.dossier_id", "=", "event.dossier_id").onRef("form.seq", "=", "event.seq"),
    )
    .leftJoin("event_note as note", (join) =>
      join.onRef("note.dossier_id", "=", "event.dossier_id").onRef("note.seq", "=", "event.seq"),
    )
    .select(["event.dossier_id", "event.seq", "event.payload"])
    .select(["form.id as formIssueId", "form.sealed as form", "note.sealed"])
    .where("event.dossier_id", "=", dossier.id)
    .where("event.type", "=", type)
    .orderBy("event.seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return asked ? viewOf(ring, type, asked) : null;
}

/** {@link awaitedView} from what the page has read. */
export function awaitedOnPage(ring: KeyRing, { dossier, history, forms }: PageRows): AwaitedView | null {
  const type = askedBy(dossier);
  const asked = history.findLast((event) => event.type === type);
  if (type === undefined || !asked) return null;
  const form = forms.find(({ seq }) => seq === asked.seq);
  const { formIssueId = null, sealed = null } = form ?? {};
  return viewOf(ring, type, { ...asked, formIssueId, form: sealed });
}

function askedBy(dossier: DossierRecord): Asking | undefined {
  const { business, resumesTo } = stateOfRow(dossier);
  const waits = business === "withdrawalAsked" ? resumesTo.at(-1) : business;
  return Object.entries(ASKED_BY).find(([status]) => status === waits)?.[1];
}

/** The event, its form, and what was written beside it. */
interface Asked extends Noted {
  readonly payload: unknown;
  readonly formIssueId: string | null;
  readonly form: Buffer | null;
}

function viewOf(ring: KeyRing, type: Asking, asked: Asked): AwaitedView {
  const { amount = null, answerBy = null } = asked.payload as Partial<AwaitedView>;
  if (type === "dossier.dutyImposed")
    return { kind: "payment", papers: [], amount, answerBy, reason: noteOf(ring, asked) };
  const content =
    asked.form === null
      ? undefined
      : unseal<SupplementContent>(ring, `form:${asked.formIssueId}`, asked.form);
  const papers = (content?.papers ?? []).map(({ name, originals, copies }) => ({ name, originals, copies }));
  return { kind: "supplement", papers, amount: null, answerBy, reason: null };
}
