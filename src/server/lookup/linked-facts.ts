import type { DossierView } from "#contract/dossiers.ts";
import type { DossierEventType } from "#domain/dossier/dossier-event.ts";
import type { DossierEventPayloads } from "#domain/dossier/dossier-payloads.ts";
import { ruleOf } from "../ledgers/interlinked-rules.ts";
import type { DossierRecord } from "../ledgers/load-dossier.ts";
import type { Reference } from "../units/reference.ts";
import type { History } from "./page-store.ts";

type LinkedFact = DossierView["events"][number]["linked"];

const LINKED_TYPES: readonly string[] = [
  "dossier.consulted",
  "dossier.consultationAnswered",
  "dossier.consultationWithdrawn",
  "dossier.partEnded",
] satisfies readonly DossierEventType[];

type Linked = Partial<DossierEventPayloads["dossier.consulted"] & DossierEventPayloads["dossier.partEnded"]>;

/** Whom the events of other agencies are about, by their sequence: the agency that was asked, or the part that ended. */
export function linkedFacts(
  history: History,
  { agencies }: Reference,
  dossier: DossierRecord,
): (seq: number) => LinkedFact {
  const facts = new Map<number, LinkedFact>();
  for (const { seq, type, payload } of history.filter((event) => LINKED_TYPES.includes(event.type))) {
    const { agencyId, key, end } = payload as Linked;
    const part = type === "dossier.partEnded" && ruleOf(dossier)?.parts.find((one) => one.key === key);
    facts.set(seq, {
      agency: agencyId === undefined ? null : (agencies.get(agencyId)?.name ?? ""),
      part: part ? part.name : null,
      end: end ?? null,
    });
  }
  return (seq) => facts.get(seq) ?? null;
}
