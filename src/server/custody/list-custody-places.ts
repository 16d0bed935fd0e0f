import { type CustodyPlaceView, listCustodyPlaces } from "#contract/custody-places.ts";
import { done } from "#domain/shared/result.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import type { Reference } from "../units/reference.ts";
import { countThings } from "./count-things.ts";

type PlaceRow = Omit<CustodyPlaceView, "belongsTo" | "responsible" | "things"> & {
  readonly belongsTo: string;
  readonly responsibleId: string;
  readonly responsibleName: string;
};

/** Places of the units, agencies and offices of this person, the open ones; those that were closed when asked for. */
export const listCustodyPlacesRoute = bind(listCustodyPlaces, async ({ query, reference, read }) =>
  read(async (tx) => {
    const rows = await findPlaces(tx, query.closed === "true");
    const counts = await countThings(
      tx,
      rows.map(({ placeId }) => ({ kind: "place", id: placeId })),
    );
    return done({
      places: rows.map(({ belongsTo, responsibleId, responsibleName, ...row }, index) => ({
        ...row,
        belongsTo: { id: belongsTo, name: nameOf(belongsTo, reference) },
        responsible: { accountId: responsibleId, name: responsibleName },
        things: counts[index] ?? 0,
      })),
    });
  }),
);

async function findPlaces(tx: Tx, closed: boolean): Promise<readonly PlaceRow[]> {
  const { rows } = await sql<PlaceRow>`
    select p.id as "placeId", p.kind, p.code, p.name, p.belongs_to as "belongsTo", p.responsible_id as "responsibleId",
      a.full_name as "responsibleName", p.closed_at is not null as closed, p.version
    from custody_place p join nation.account a on a.id = p.responsible_id
    where (p.closed_at is not null) = ${closed}
    order by p.name collate "vi-x-icu", p.code`.execute(tx);
  return rows;
}

function nameOf(id: string, { units, agencies, postOfficeNames }: Reference): string {
  return units.get(id)?.name ?? agencies.get(id)?.name ?? postOfficeNames.get(id) ?? "";
}
