import { listMailRoutes } from "#contract/mail-runs.ts";
import { formatMinute } from "#domain/shared/instant.ts";
import { done } from "#domain/shared/result.ts";
import { bind } from "../http/context.ts";
import { findMailRoutes } from "./mail-store.ts";
import { stopNames } from "./stop-names.ts";

/** The plan of the mail runs, as far as it touches the places of whoever asks. */
export const listMailRoutesRoute = bind(listMailRoutes, ({ reference, read }) =>
  read(async (tx) => {
    const nameOf = stopNames(reference);
    const routes = await findMailRoutes(tx);
    return done({
      routes: routes.map(({ id, name, endedOn, plans }) => ({
        routeId: id,
        name,
        endedOn,
        versions: plans.map((plan) => ({
          version: plan.version,
          validFrom: plan.validFrom,
          validTo: plan.validTo,
          weekdays: [...plan.weekdays],
          onMakeUpDays: plan.onMakeUpDays,
          vehicle: plan.vehicle,
          capacity: plan.capacity,
          driver: { id: plan.driverId, name: plan.driverName },
          stops: plan.stops.map((stop) => ({
            kind: stop.kind,
            id: stop.id,
            name: nameOf(stop),
            time: formatMinute(stop.minute),
          })),
        })),
      })),
    });
  }),
);
