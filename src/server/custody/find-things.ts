import { type ThingRef, findThings } from "#contract/custody.ts";
import { readContainerCode, readSeal } from "#domain/custody/container.ts";
import { readDossierCode } from "#domain/dossier/dossier-code.ts";
import { done } from "#domain/shared/result.ts";
import { searchKey } from "#domain/shared/vietnamese-text.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { viewThings } from "./thing-views.ts";

/** More than a list shows: who looks for another types more of it. */
const FOUND_MAX = 50;
/**
 * Where is it? What a scanner reads (code of a packet or paper, seal, waybill, number of a bảng kê, code of a dossier) is
 * asked first; what is none of these is a name.
 */
export const findThingsRoute = bind(findThings, async ({ actor, query, deps, reference, read }) => {
  const typed = query.q.trim();
  if (typed === "") return done({ things: [], more: false, manifest: null, placeId: null });
  const isUnit = (place: string) => reference.units.has(place);
  const places = {
    units: actor.places.filter(isUnit),
    agencies: actor.places.filter((place) => !isUnit(place)),
  };
  return read(async (tx, space) => {
    const exact = await findByCode(tx, typed);
    const refs = exact.length > 0 ? exact : await findByName(tx, places, typed);
    const naming = { reference, space, ring: deps.ring };
    const things = await viewThings(tx, naming, refs.slice(0, FOUND_MAX));
    const manifest = await findManifest(tx, typed);
    const placeId = await findPlace(tx, typed);
    return done({ things: [...things], more: refs.length > FOUND_MAX, manifest, placeId });
  });
});

async function findManifest(tx: Tx, typed: string) {
  const { rows } = await sql<{ manifestId: string; number: string }>`
    select id as "manifestId", number from manifest where number = ${typed.toUpperCase()}`.execute(tx);
  return rows[0] ?? null;
}

async function findPlace(tx: Tx, typed: string): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    select id from custody_place where code = ${typed.toUpperCase()} and closed_at is null`.execute(tx);
  return rows[0]?.id ?? null;
}

/** What a code names; that of a dossier, or a waybill of one, names its packets and all its papers, wherever they are. */
export async function findByCode(tx: Tx, typed: string): Promise<readonly ThingRef[]> {
  const container = readContainerCode(typed);
  const seal = readSeal(typed);
  const [, before = typed, number = ""] = /^(.+)\/(\d{1,4})$/.exec(typed) ?? [];
  const dossier = readDossierCode(before);
  const waybill = typed.replace(/\s+/g, "").toUpperCase();
  const code = dossier.ok ? dossier.value.normalised : before.toUpperCase();
  const { rows } = await sql<ThingRef>`
    with sent as (select dossier_id, packet_id from shipment where waybill = ${waybill}),
    dossier_found as (select id from dossier where code = ${code} union select dossier_id from sent),
    found as (
      select 1 as at, 'container' as thing, id, 0 as position from container where code = ${container?.code ?? ""}
      union all
      select 1, l.thing, l.thing_id, l.position from manifest m join manifest_line l on l.manifest_id = m.id
      where m.number = ${typed.toUpperCase()}
      union all
      select 1, 'container', packet_id, 0 from sent where packet_id is not null
      union all
      select 2, 'container', id, 0 from container where seal = ${seal.ok ? seal.value : ""}
      union all
      select 3, e.thing, e.thing_id, 0 from custody_entry e
      where e.type = 'sealed' and e.seal = ${seal.ok ? seal.value : ""} and e.thing = 'container'
      union all
      select 4, 'container', c.id, 0 from dossier_found d join container c on c.dossier_id = d.id where ${number === ""}
      union all
      select 5, 'item', i.id, i.position from dossier_found d join item i on i.dossier_id = d.id
      where i.custody_seq > 0 and (${number === ""} or i.position + 1 = ${Number(number)}::integer))
    select thing, id from found group by thing, id order by min(at), min(position), id limit ${FOUND_MAX + 1}`.execute(
    tx,
  );
  return rows;
}

async function findByName(
  tx: Tx,
  places: { readonly units: readonly string[]; readonly agencies: readonly string[] },
  typed: string,
): Promise<readonly ThingRef[]> {
  const { rows } = await sql<ThingRef>`
    with found as materialized (
      select dossier_id, received_at from search_dossier(${[...places.units]}::uuid[], ${[...places.agencies]}::uuid[],
        ${searchKey(typed)}, 'infinity', 'ffffffff-ffff-ffff-ffff-ffffffffffff'::uuid, ${FOUND_MAX + 1}))
    select thing, id from (
      select f.received_at, f.dossier_id, 0 as at, 0 as position, 'container' as thing, c.id
      from found f join container c on c.dossier_id = f.dossier_id
      union all
      select f.received_at, f.dossier_id, 1, i.position, 'item', i.id
      from found f join item i on i.dossier_id = f.dossier_id where i.custody_seq > 0) t
    order by t.received_at desc, t.dossier_id desc, t.at, t.position, t.id limit ${FOUND_MAX + 1}`.execute(
    tx,
  );
  return rows;
}
