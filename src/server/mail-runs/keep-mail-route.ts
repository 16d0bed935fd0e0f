import {
  type MailPlanBody,
  changeMailRoute,
  endMailRoute,
  openMailRoute,
  orderExtraRun,
} from "#contract/mail-runs.ts";
import { type MailStop, mailPlanFault, planOn, shiftedStops } from "#domain/postal/mail-run.ts";
import { type Instant, localTime } from "#domain/shared/instant.ts";
import { plainDate } from "#domain/shared/plain-date.ts";
import { done, refuse } from "#domain/shared/result.ts";
import { standsOn } from "#domain/unit/place.ts";
import { sql } from "kysely";
import type { Space, Tx } from "../db/kysely.ts";
import { bind } from "../http/context.ts";
import { placesOfHolder } from "../ledgers/custodian.ts";
import { holderOf } from "../ledgers/things.ts";
import type { Reference } from "../units/reference.ts";
import { findExtraRuns, findMailRoutes, minuteOf } from "./mail-store.ts";

interface Where {
  readonly reference: Reference;
  readonly space: Space;
  readonly now: Instant;
}

/** A plan as it may be kept, and the places of all whom it concerns. */
async function checkPlan(tx: Tx, body: MailPlanBody, where: Where) {
  const plan = {
    ...body,
    validFrom: plainDate(body.validFrom),
    validTo: body.validTo === null ? null : plainDate(body.validTo),
    stops: body.stops.map(({ kind, id, time }): MailStop => ({ kind, id, minute: minuteOf(time) })),
  };
  // What was planned for days that are over stays as it was.
  if (plan.validFrom < localTime(where.now).day) return refuse("mail_day_past");
  const fault = mailPlanFault(plan);
  if (fault !== null) return refuse(fault);
  const unknown = plan.stops.findIndex((stop) => !isStop(stop, plan.validFrom, where));
  if (unknown !== -1) return refuse("mail_stop_unknown", { position: unknown + 1 });
  const driverAt = await placesOfHolder(tx, holderOf("person", plan.driverId), where);
  if (driverAt.length === 0) return refuse("mail_driver_unknown");
  return done({ plan, places: [...plan.stops.map(({ id }) => id), ...driverAt] });
}

function isStop(
  { kind, id }: MailStop,
  day: ReturnType<typeof plainDate>,
  { reference, space }: Where,
): boolean {
  if (reference.spaceOf.get(id)?.id !== space.id) return false;
  if (kind === "postOffice") return reference.postOfficeNames.has(id);
  const place = kind === "unit" ? reference.units.get(id) : reference.agencies.get(id);
  return place !== undefined && standsOn(place, day);
}

type Checked = Extract<Awaited<ReturnType<typeof checkPlan>>, { readonly ok: true }>["value"]["plan"];

async function keepVersion(
  tx: Tx,
  plan: Checked,
  key: { readonly routeId: string; readonly version: number },
  by: { readonly accountId: string; readonly now: Instant },
) {
  await sql`
    insert into mail_route_version (route_id, version, valid_from, valid_to, weekdays, on_make_up_days, vehicle,
      capacity, driver_id, stops, changed_by, changed_at)
    values (${key.routeId}::uuid, ${key.version}, ${plan.validFrom}::date, ${plan.validTo}::date,
      ${plan.weekdays}::integer[], ${plan.onMakeUpDays}, ${plan.vehicle.trim()}, ${plan.capacity},
      ${plan.driverId}::uuid, ${JSON.stringify(plan.stops)}::jsonb, ${by.accountId}::uuid, ${by.now}::timestamptz)`.execute(
    tx,
  );
  return done({ routeId: key.routeId, version: key.version });
}

/** Opens a route; whoever works at one of its stops sees it. */
export const openMailRouteRoute = bind(openMailRoute, ({ actor, body, deps, now, reference, write }) =>
  write(async (tx, space) => {
    const checked = await checkPlan(tx, body.plan, { reference, space, now });
    if (!checked.ok) return checked;
    const routeId = deps.newId();
    const scope = [...new Set([...checked.value.places, ...actor.places])];
    await sql`
      insert into mail_route (id, name, opened_by, opened_at, scope)
      values (${routeId}::uuid, ${body.name.trim()}, ${actor.accountId}::uuid, ${now}::timestamptz,
        ${scope}::uuid[])`.execute(tx);
    return keepVersion(tx, checked.value.plan, { routeId, version: 1 }, { accountId: actor.accountId, now });
  }),
);

/** Changes a route from a day on. Two who change it at once come one after the other. */
export const changeMailRouteRoute = bind(changeMailRoute, ({ actor, body, params, now, reference, write }) =>
  write(async (tx, space) => {
    const held = await holdRoute(tx, params.routeId);
    if (!held) return refuse("not_found");
    const { endedOn, plans, scope } = held;
    if (endedOn !== null && endedOn < body.plan.validFrom) return refuse("mail_route_ended");
    const checked = await checkPlan(tx, body.plan, { reference, space, now });
    if (!checked.ok) return checked;
    const places = [...new Set([...scope, ...checked.value.places])];
    await sql`update mail_route set scope = ${places}::uuid[] where id = ${held.id}::uuid`.execute(tx);
    const version = Math.max(0, ...plans.map((plan) => plan.version)) + 1;
    return keepVersion(
      tx,
      checked.value.plan,
      { routeId: held.id, version },
      { accountId: actor.accountId, now },
    );
  }),
);

/** Locks a route before its versions are asked, so that each has a number of its own. */
async function holdRoute(tx: Tx, routeId: string) {
  await sql`select from mail_route where id = ${routeId}::uuid for update`.execute(tx);
  return (await findMailRoutes(tx, routeId))[0];
}

/** Ends a route. */
export const endMailRouteRoute = bind(endMailRoute, ({ body, params, now, write }) =>
  write(async (tx) => {
    const held = await holdRoute(tx, params.routeId);
    if (!held) return refuse("not_found");
    const today = localTime(now).day;
    if (held.endedOn !== null && held.endedOn < today) return refuse("mail_route_ended");
    if (body.lastDay < today) return refuse("mail_day_past");
    await sql`update mail_route set ended_on = ${body.lastDay}::date where id = ${held.id}::uuid`.execute(tx);
    return done({ routeId: held.id });
  }),
);

/**
 * Orders a run outside the plan. Whoever made it necessary pays for it (Quyết định 45/2016/QĐ-TTg Điều 12 khoản 4); how
 * much is settled elsewhere.
 *
 * @rule MAIL-RUN-01
 */
export const orderExtraRunRoute = bind(orderExtraRun, ({ actor, body, deps, params, now, write }) =>
  write(async (tx) => {
    const [route] = await findMailRoutes(tx, params.routeId);
    if (!route) return refuse("not_found");
    const day = plainDate(body.day);
    if (day < localTime(now).day) return refuse("mail_day_past");
    const plan = route.endedOn !== null && route.endedOn < day ? null : planOn(route.plans, day);
    if (!plan) return refuse("mail_run_unknown");
    const fromMinute = minuteOf(body.time);
    if (shiftedStops(plan.stops, fromMinute) === null) return refuse("mail_past_midnight");
    const local = localTime(now);
    if (day === local.day && fromMinute < local.minute) return refuse("mail_day_past");
    // Whoever asks for it a second time means the same run.
    const same = (await findExtraRuns(tx, day)).find(
      (extra) => extra.routeId === route.id && extra.fromMinute === fromMinute,
    );
    if (same) return done({ extraId: same.id });
    const extraId = deps.newId();
    await sql`
        insert into mail_run_extra (id, route_id, day, from_minute, at_fault, ordered_by, ordered_at)
        values (${extraId}::uuid, ${route.id}::uuid, ${day}::date, ${fromMinute}, ${body.atFault},
          ${actor.accountId}::uuid, ${now}::timestamptz)`.execute(tx);
    return done({ extraId });
  }),
);
