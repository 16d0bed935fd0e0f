import { equalData } from "../shared/equal-data.ts";
import type {
  Channel,
  ChannelOffer,
  ProcedureContent,
  PublishedFee,
  PublishedLimit,
  RequiredPaper,
} from "./procedure.ts";

type ProcedureResult = ProcedureContent["results"][number];

/** One difference. `before` is null for what came in, `after` for what went out. */
interface Change<Part extends string, Value> {
  readonly part: Part;
  /** Where it is, by keys that stay when the order changes: `channels.direct.limits.fast`, `papers.form`. */
  readonly path: string;
  readonly kind: "added" | "removed" | "changed";
  readonly before: Value | null;
  readonly after: Value | null;
}

/** Parts whose entries are compared one by one, and those that cannot differ by themselves. */
type OtherPart = "channels" | "papers" | "paperNotes" | "results" | "legalBases" | "code" | "postalEligible";

/** A part of the content that is one value of its own; a part that the content gets and is forgotten here does not compile. */
export type ValuePart = Exclude<keyof ProcedureContent, OtherPart>;
const VALUE_PARTS = {
  name: true,
  publishedBy: true,
  fieldCode: true,
  levels: true,
  deciding: true,
  personalPresence: true,
  requirements: true,
  caseNote: true,
  source: true,
  mark: true,
} as const satisfies Readonly<Record<ValuePart, true>>;

/** A difference between two versions, at the size in which people read a procedure. */
export type VersionChange =
  | {
      readonly [Part in ValuePart]: Change<Part, NonNullable<ProcedureContent[Part]>>;
    }[ValuePart]
  | Change<"channel", ChannelOffer>
  | (Change<"limit", PublishedLimit> & { readonly channel: Channel })
  | (Change<"fee", PublishedFee> & { readonly channel: Channel })
  | Change<"paper", RequiredPaper>
  | Change<"paperNote", string>
  | Change<"result", ProcedureResult>
  | Change<"legalBasis", string>
  /** The same entries in another order; the keys of those that both versions have. */
  | Change<"order", readonly string[]>;

/**
 * What differs between two versions of one procedure, in the order in which a procedure is read. Two versions without
 * a difference say exactly the same. A limit, a fee and a paper are the same ones by their case or id; a result by its
 * code, or its name; a legal basis by its text.
 * @example compareVersions(old, mended) → [{ part: "limit", path: "channels.direct.limits.", kind: "changed", … }]
 */
export function compareVersions(before: ProcedureContent, after: ProcedureContent): readonly VersionChange[] {
  const values = valueChanges(before, after);
  return [
    ...values.filter(({ part }) => !isTrust(part)),
    ...channelChanges(before.channels, after.channels),
    ...listChanges("paper", "papers", before.papers, after.papers, (paper) => paper.id),
    ...listChanges(
      "paperNote",
      "paperNotes",
      before.paperNotes ?? [],
      after.paperNotes ?? [],
      (note) => note,
    ),
    ...listChanges("result", "results", before.results, after.results, ({ code, name }) => code ?? name),
    ...listChanges("legalBasis", "legalBases", before.legalBases, after.legalBases, (text) => text),
    ...values.filter(({ part }) => isTrust(part)),
  ];
}

/** How far the content can be trusted follows from what it says, and is told last. */
function isTrust(part: VersionChange["part"]): boolean {
  return part === "source" || part === "mark";
}

function valueChanges(before: ProcedureContent, after: ProcedureContent): VersionChange[] {
  return (Object.keys(VALUE_PARTS) as ValuePart[]).flatMap((part) => {
    const change = changeOf(before[part], after[part]);
    return change ? [{ part, path: part, ...change } as VersionChange] : [];
  });
}

/** A channel that came or went is one difference; within one that stayed, each limit and fee is its own. */
function channelChanges(before: readonly ChannelOffer[], after: readonly ChannelOffer[]): VersionChange[] {
  const changes: VersionChange[] = orderChange("channels", before, after, (offer) => offer.channel);
  const channels = new Set([...before, ...after].map((offer) => offer.channel));
  for (const channel of channels) {
    const path = `channels.${channel}`;
    const old = before.find((offer) => offer.channel === channel);
    const next = after.find((offer) => offer.channel === channel);
    if (old === undefined || next === undefined) {
      const change = changeOf(old, next);
      if (change) changes.push({ part: "channel", path, ...change });
      continue;
    }
    const limits = listChanges("limit", `${path}.limits`, old.limits, next.limits, (one) => one.case ?? "");
    const fees = listChanges("fee", `${path}.fees`, old.fees, next.fees, (fee) => fee.id);
    for (const change of [...limits, ...fees])
      changes.push(change.part === "order" ? change : { ...change, channel });
  }
  return changes;
}

/** The differences of a list whose entries have keys: each that came, went or changed, then a changed order. */
function listChanges<Part extends string, Item extends object | string>(
  part: Part,
  path: string,
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): (Change<Part, Item> | Change<"order", readonly string[]>)[] {
  const old = keyed(before, keyOf);
  const next = keyed(after, keyOf);
  const changes: (Change<Part, Item> | Change<"order", readonly string[]>)[] = [];
  for (const key of new Set([...next.keys(), ...old.keys()])) {
    const change = changeOf(old.get(key), next.get(key));
    if (change) changes.push({ part, path: `${path}.${key}`, ...change });
  }
  return [...changes, ...orderChange(path, before, after, keyOf)];
}

function orderChange<Item>(
  path: string,
  before: readonly Item[],
  after: readonly Item[],
  keyOf: (item: Item) => string,
): Change<"order", readonly string[]>[] {
  const old = [...keyed(before, keyOf).keys()];
  const next = [...keyed(after, keyOf).keys()];
  const stayed = {
    before: old.filter((key) => next.includes(key)),
    after: next.filter((key) => old.includes(key)),
  };
  return equalData(stayed.before, stayed.after) ? [] : [{ part: "order", path, kind: "changed", ...stayed }];
}

/** Entries by key; where a key comes again, the later ones are told apart by their turn. */
function keyed<Item>(items: readonly Item[], keyOf: (item: Item) => string): Map<string, Item> {
  const byKey = new Map<string, Item>();
  for (const item of items) {
    const key = keyOf(item);
    let free = key;
    for (let turn = 2; byKey.has(free); turn += 1) free = `${key}\u0000${turn}`;
    byKey.set(free, item);
  }
  return byKey;
}

function changeOf<Value>(
  before: Value | undefined,
  after: Value | undefined,
): Omit<Change<string, Value>, "part" | "path"> | undefined {
  if (equalData(before, after)) return undefined;
  if (before === undefined) return { kind: "added", before: null, after: after ?? null };
  if (after === undefined) return { kind: "removed", before, after: null };
  return { kind: "changed", before, after };
}
