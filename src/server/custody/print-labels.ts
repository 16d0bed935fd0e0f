import { randomBytes } from "node:crypto";
import type { ThingView } from "#contract/custody.ts";
import { printLabels } from "#contract/custody-papers.ts";
import { type ContainerKind, containerCode } from "#domain/custody/container.ts";
import { done, refuse } from "#domain/shared/result.ts";
import type { Tx } from "../db/kysely.ts";
import { type Context, bind } from "../http/context.ts";
import type { LabelData } from "../print/label-data.ts";
import { viewThings } from "./thing-views.ts";

type Query = Context<typeof printLabels>["query"];

/** What is printed above a code whose packet or bag is still to be made. */
const NEW_LABELS: Readonly<Record<ContainerKind, string>> = { packet: "Bì hồ sơ", bag: "Túi" };
const KINDS: Readonly<Record<ThingView["kind"], string>> = {
  ...NEW_LABELS,
  paper: "Giấy tờ",
  result: "Kết quả",
};

/**
 * Labels of things and places that are there, and of packets and bags to come: a code is random, so that labels may be
 * printed in stock, and becomes one's when it is scanned first.
 *
 * @rule LABEL-01
 */
export const printLabelsRoute = bind(printLabels, async ({ query, deps, reference, now, read }) => {
  const [containers, items, places] = [query.containers, query.items, query.places].map(keysOf);
  const found = await read(async (tx, space) => {
    const naming = { reference, space, ring: deps.ring };
    const views = await viewThings(tx, naming, [
      ...(containers ?? []).map((id) => ({ thing: "container" as const, id })),
      ...(items ?? []).map((id) => ({ thing: "item" as const, id })),
    ]);
    return { views, places: await loadPlaces(tx, places ?? []) };
  });
  const wanted = (containers ?? []).length + (items ?? []).length + (places ?? []).length;
  if (found.views.length + found.places.length < wanted) return refuse("not_found");
  const labels = [...found.views.map(labelOf), ...found.places, ...newLabels(query)];
  if (labels.length === 0) return refuse("no_labels");
  const sheet = { stock: query.stock, startAt: Number(query.startAt ?? 1), labels, printedAt: now };
  const content = await deps.printer.renderLabels(sheet);
  return done({ content, mediaType: "application/pdf", fileName: "nhan.pdf" });
});

function keysOf(typed: string | undefined): readonly string[] {
  return typed === undefined ? [] : [...new Set(typed.split(","))];
}

function labelOf({ code, kind, name, dossierCode, seal }: ThingView): LabelData {
  const second = name ?? dossierCode;
  return { code, lines: [KINDS[kind], ...(second === null ? [] : [second])], seal };
}

async function loadPlaces(tx: Tx, ids: readonly string[]): Promise<readonly LabelData[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .selectFrom("custody_place")
    .select(["code", "name"])
    .where("id", "in", [...ids])
    .orderBy("code")
    .execute();
  return rows.map(({ code, name }) => ({ code, lines: [name], seal: null }));
}

function newLabels({ newPackets = "0", newBags = "0" }: Query): readonly LabelData[] {
  const make = (kind: ContainerKind, count: number) =>
    Array.from({ length: count }, () => ({
      code: containerCode(kind, randomBytes(8)),
      lines: [NEW_LABELS[kind]],
      seal: null,
    }));
  return [...make("packet", Number(newPackets)), ...make("bag", Number(newBags))];
}
