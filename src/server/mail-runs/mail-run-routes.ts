import type { MAIL_RUN_ROUTES } from "#contract/mail-runs.ts";
import type { BoundRoute } from "../http/context.ts";
import {
  changeMailRouteRoute,
  endMailRouteRoute,
  openMailRouteRoute,
  orderExtraRunRoute,
} from "./keep-mail-route.ts";
import { listMailRoutesRoute } from "./list-mail-routes.ts";
import { listMailRunsRoute } from "./list-mail-runs.ts";
import { noteMailStopRoute } from "./record-mail-note.ts";

/** The use-cases of the mail runs. */
export const MAIL_RUN_BOUND = {
  listMailRuns: listMailRunsRoute,
  listMailRoutes: listMailRoutesRoute,
  openMailRoute: openMailRouteRoute,
  changeMailRoute: changeMailRouteRoute,
  endMailRoute: endMailRouteRoute,
  orderExtraRun: orderExtraRunRoute,
  noteMailStop: noteMailStopRoute,
} as const satisfies Record<keyof typeof MAIL_RUN_ROUTES, BoundRoute>;
