import type { MAIL_FAULTS, MAIL_NOTES, MAIL_REASONS, MailPlan, MailStop } from "#domain/postal/mail-run.ts";
import { type Instant, instantAt } from "#domain/shared/instant.ts";
import { type PlainDate, addDays } from "#domain/shared/plain-date.ts";
import { sql } from "kysely";
import type { Tx } from "../db/kysely.ts";

export interface StoredPlan extends MailPlan {
  readonly routeId: string;
  readonly vehicle: string;
  readonly capacity: number;
  readonly driverId: string;
  readonly driverName: string;
  /** When this version of the plan was made. */
  readonly madeAt: Instant;
}

export interface StoredRoute {
  readonly id: string;
  readonly name: string;
  readonly endedOn: PlainDate | null;
  readonly scope: readonly string[];
  /** The newest first. */
  readonly plans: readonly StoredPlan[];
}

/** The routes that whoever asks may see, by name. */
export async function findMailRoutes(tx: Tx, routeId: string | null = null): Promise<readonly StoredRoute[]> {
  const routes = await sql<Omit<StoredRoute, "plans">>`
    select id, name, ended_on as "endedOn", scope from mail_route
    where ${routeId}::uuid is null or id = ${routeId}::uuid
    order by name collate "vi-x-icu", id`.execute(tx);
  const plans = await sql<StoredPlan>`
    select v.route_id as "routeId", v.version, v.valid_from as "validFrom", v.valid_to as "validTo", v.weekdays,
      v.on_make_up_days as "onMakeUpDays", v.vehicle, v.capacity, v.driver_id as "driverId",
      a.full_name as "driverName", v.stops, v.changed_at as "madeAt"
    from mail_route_version v join nation.account a on a.id = v.driver_id
    where v.route_id = any (${routes.rows.map(({ id }) => id)}::uuid[])
    order by v.version desc`.execute(tx);
  return routes.rows.map((route) => ({
    ...route,
    plans: plans.rows.filter((plan) => plan.routeId === route.id),
  }));
}

export interface StoredExtra {
  readonly id: string;
  readonly routeId: string;
  readonly fromMinute: number;
  readonly atFault: (typeof MAIL_FAULTS)[number];
}

export async function findExtraRuns(tx: Tx, day: PlainDate): Promise<readonly StoredExtra[]> {
  const { rows } = await sql<StoredExtra>`
    select id, route_id as "routeId", from_minute as "fromMinute", at_fault as "atFault"
    from mail_run_extra where day = ${day}::date order by from_minute, id`.execute(tx);
  return rows;
}

export interface StoredNote {
  readonly routeId: string;
  readonly extraId: string | null;
  readonly position: number;
  readonly kind: (typeof MAIL_NOTES)[number];
  readonly reason: (typeof MAIL_REASONS)[number] | null;
  readonly expectedMinute: number | null;
  readonly notedAt: Instant;
}

/** What was said of the stops of a day, the last first. */
export async function findMailNotes(tx: Tx, day: PlainDate): Promise<readonly StoredNote[]> {
  const { rows } = await sql<StoredNote>`
    select route_id as "routeId", extra_id as "extraId", position, kind, reason, expected_minute as "expectedMinute",
      noted_at as "notedAt"
    from mail_run_note where day = ${day}::date order by noted_at desc, id desc`.execute(tx);
  return rows;
}

export interface DriverManifest {
  readonly driverId: string;
  readonly aboard: boolean;
  readonly accepted: boolean;
  /** With whom: the giver of what comes aboard, the taker of what leaves. */
  readonly otherKind: string;
  readonly otherId: string | null;
  readonly scope: readonly string[];
  readonly pieces: number;
  readonly at: Instant;
}

/**
 * Bảng kê between drivers and others: accepted on a day, or offered and open now. Only who, when and how many; asked inside
 * `acrossSpace`, because a run is followed at stops whose papers nobody here sees.
 *
 * @param withOpen whether also those that wait: they belong to the present day
 */
export async function findDriverManifests(
  tx: Tx,
  drivers: readonly string[],
  day: PlainDate,
  withOpen: boolean,
): Promise<readonly DriverManifest[]> {
  const [from, until] = [instantAt(day, 0), instantAt(addDays(day, 1), 0)];
  const ids = sql`any (${[...new Set(drivers)]}::uuid[])`;
  const { rows } = await sql<DriverManifest>`
    select m.taken_by_id as "driverId", true as aboard, true as accepted, m.from_kind as "otherKind",
      m.from_id as "otherId", m.scope, m.accepted as pieces, m.taken_at as at
    from manifest m where m.state = 'accepted' and m.settled_by = ${ids} and m.taken_by_id = m.settled_by
      and m.settled_at >= ${from}::timestamptz and m.taken_at >= ${from}::timestamptz
      and m.taken_at < ${until}::timestamptz
    union all
    select m.from_id, false, true, m.taken_by_kind, m.taken_by_id, m.scope, m.accepted, m.taken_at
    from manifest m where m.state = 'accepted' and m.offered_by = ${ids} and m.from_id = m.offered_by
      and m.taken_at >= ${from}::timestamptz and m.taken_at < ${until}::timestamptz
    union all
    select m.to_id, true, false, m.from_kind, m.from_id, m.scope, m.lines, m.offered_at
    from manifest m where ${withOpen} and m.state = 'offered' and m.to_id = ${ids}
    union all
    select m.from_id, false, false, m.to_kind, m.to_id, m.scope, m.lines, m.offered_at
    from manifest m where ${withOpen} and m.state = 'offered' and m.from_id = ${ids}
    order by at`.execute(tx);
  return rows;
}

/** Sealed packets and bags by who holds them and offered them to nobody. Inside `acrossSpace`. */
export async function countLying(tx: Tx, holders: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ id: string; pieces: number }>`
    select c.holder_id as id, count(*)::int as pieces from container c
    where c.holder_kind in ('unit', 'agency', 'postOffice', 'counter') and c.holder_id = any (${[...holders]}::uuid[])
      and c.seal is not null
      and not exists (select from manifest_line l where l.thing_id = c.id and l.outcome = 'offered')
    group by c.holder_id`.execute(tx);
  return new Map(rows.map(({ id, pieces }) => [id, pieces]));
}

/** The hand-over times of the coordination rules that hold at units on a day: "10:30". */
export async function findHandOverTimes(
  tx: Tx,
  units: readonly string[],
  day: PlainDate,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const { rows } = await sql<{ id: string; times: readonly string[] }>`
    select unit.id, array_agg(distinct time order by time) as times
    from unnest(${[...new Set(units)]}::uuid[]) as unit (id)
    join coordination_rule r on r.kind = 'handOverTime' and r.removed_at is null and r.valid_from <= ${day}::date
      and coalesce(r.valid_to, 'infinity') >= ${day}::date
      and (r.unit_id = unit.id or r.unit_id is null and exists (
        select from mandate m join phase p on p.id = m.phase_id
        where p.programme_id = r.programme_id and m.unit_id = unit.id and m.status = 'inForce'
          and m.valid_from <= ${day}::date and coalesce(m.valid_to, 'infinity') >= ${day}::date))
    cross join unnest(r.times) as time group by unit.id`.execute(tx);
  return new Map(rows.map(({ id, times }) => [id, times]));
}

/** "07:30" as minutes after midnight. */
export function minuteOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(":").map(Number);
  return hours * 60 + minutes;
}

/** Name of a place where a run calls. */
export type StopNames = (stop: Pick<MailStop, "kind" | "id">) => string;
