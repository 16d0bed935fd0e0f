import { type MANIFEST_LISTS, listManifests } from "#contract/custody.ts";
import type { Holder } from "#domain/custody/custody.ts";
import { done } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { CURSOR_ID, CURSOR_MOMENT, PAGE_ROWS, packCursor, unpackCursor } from "../http/cursor.ts";
import { lookingCustodian } from "../ledgers/custodian.ts";
import { MANIFEST_COLUMNS, type ManifestRow, viewManifests } from "./manifest-views.ts";
import { ownHolders } from "./own-holders.ts";

/** What is offered to this person or by this person, newest first, and what came of it. */
export const listManifestsRoute = bind(listManifests, async ({ actor, query, deps, reference, read }) =>
  read(async (tx, space) => {
    const custodian = await lookingCustodian(tx, actor, reference);
    const asked = { holders: ownHolders(custodian), accountId: actor.accountId, after: query.after };
    const rows = await findManifests(tx, query.list ?? "toMe", asked);
    const page = rows.slice(0, PAGE_ROWS);
    const naming = { reference, space, ring: deps.ring };
    const views = await viewManifests(tx, naming, page, { custodian, accountId: actor.accountId });
    const last = page.at(-1);
    return done({
      manifests: [...views],
      next: rows.length > PAGE_ROWS && last ? packCursor([momentOf(last), last.id]) : null,
    });
  }),
);

type ListName = (typeof MANIFEST_LISTS)[number];

/** An open one stands at the moment of its offer, a settled one at that of its end. */
const momentOf = ({ settledAt, offeredAt }: ManifestRow) => settledAt ?? offeredAt;

async function findManifests(
  tx: Tx,
  list: ListName,
  asked: {
    readonly holders: readonly Holder[];
    readonly accountId: string;
    readonly after: string | undefined;
  },
): Promise<readonly ManifestRow[]> {
  const { accountId } = asked;
  const ids = asked.holders.map(({ id }) => id);
  const [moment, id] = unpackCursor(asked.after, [CURSOR_MOMENT, CURSOR_ID]) ?? LAST_PLACE;
  const at = list === "settled" ? sql`m.settled_at` : sql`m.offered_at`;
  const which = {
    toMe: sql`m.state = 'offered' and m.to_id = any (${ids}::uuid[]) and m.offered_by <> ${accountId}::uuid`,
    fromMe: sql`m.state = 'offered' and (m.offered_by = ${accountId}::uuid or m.from_id = any (${ids}::uuid[]))`,
    settled: sql`m.state <> 'offered' and (m.offered_by = ${accountId}::uuid or m.settled_by = ${accountId}::uuid)`,
  }[list];
  const { rows } = await sql<ManifestRow>`
    select ${MANIFEST_COLUMNS} from manifest m
    where ${which} and (${at}, m.id) < (${moment}::timestamptz, ${id}::uuid)
    order by ${at} desc, m.id desc limit ${PAGE_ROWS + 1}`.execute(tx);
  return rows;
}

const LAST_PLACE = ["infinity", "ffffffff-ffff-ffff-ffff-ffffffffffff"] as const;
