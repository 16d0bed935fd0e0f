import type { DossierView } from "#contract/dossiers.ts";
import type { Holder } from "#domain/custody/custody.ts";
import { counterToday, nameToday } from "../units/name-today.ts";
import type { Reference } from "../units/reference.ts";
import type { PageRows } from "./page-store.ts";

/** The papers of a dossier and who holds each of them now, in words. */
export function itemViews({ dossier, items }: PageRows, reference: Reference): DossierView["items"] {
  const { papers = [] } = reference.versionsById.get(dossier.procedure_version_id)?.content ?? {};
  const toShow = new Set(papers.flatMap(({ id, kind }) => (kind === "show" ? [id] : [])));
  return items.map((row) => ({
    itemId: row.id,
    name: row.name,
    kind: row.kind === "result" ? "result" : "paper",
    originals: row.originals,
    copies: row.copies,
    shown: row.shown,
    toShow: row.paper_id !== null && toShow.has(row.paper_id),
    originalsBack: row.originals_back,
    holder: holderView(row, reference),
  }));
}

function holderView(row: HeldItem, reference: Reference): DossierView["items"][number]["holder"] {
  if (row.holder_kind === null) return null;
  const kind = row.holder_kind as Holder["kind"];
  return {
    kind,
    name: HOLDER_NAMES[kind](row, reference),
    now: holderToday(kind, row.holder_id ?? "", reference),
  };
}

/** Papers stay where they lie while units are reorganised: who keeps them today, when that is another place. */
function holderToday(kind: Holder["kind"], id: string, reference: Reference): string | null {
  if (kind === "unit" || kind === "agency") return nameToday(id, reference);
  const counter = kind === "counter" ? counterToday(id, reference) : undefined;
  if (!counter) return null;
  // A counter that closed for good left its papers to the unit that goes on.
  if (counter.id === id) return nameToday(counter.unit.id, reference);
  const { label, receptionPoint: point, unit } = counter;
  const before = reference.counters.get(id);
  // As a rule the same desk at the same address, which belongs to another unit now: the unit says enough.
  return before?.label === label && before.receptionPoint.name === point.name
    ? unit.name
    : `${label}, ${point.name}, ${unit.name}`;
}

interface HeldItem {
  readonly holder_kind: string | null;
  readonly holder_id: string | null;
  readonly personName: string | null;
  readonly placeName: string | null;
  readonly containerCode: string | null;
}

/** How each kind of holder is called; a kind without a name does not compile. */
const HOLDER_NAMES: Readonly<Record<Holder["kind"], (row: HeldItem, reference: Reference) => string | null>> =
  {
    counter: ({ holder_id: id }, { counters }) => {
      const counter = counters.get(id ?? "");
      return counter ? `${counter.label}, ${counter.receptionPoint.name}` : null;
    },
    unit: ({ holder_id: id }, { units }) => units.get(id ?? "")?.name ?? null,
    agency: ({ holder_id: id }, { agencies }) => agencies.get(id ?? "")?.name ?? null,
    postOffice: ({ holder_id: id }, { postOfficeNames }) => postOfficeNames.get(id ?? "") ?? null,
    person: ({ personName }) => personName,
    place: ({ placeName }) => placeName,
    container: ({ containerCode }) => containerCode,
    outsider: () => null,
    citizen: () => null,
  };
