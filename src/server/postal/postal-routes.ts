import type { POSTAL_ROUTES } from "#contract/postal-routes.ts";
import type { BoundRoute } from "../http/context.ts";
import { quotePostalServiceRoute } from "./ask-quote.ts";
import { cancelPostalOrderRoute, recallShipmentRoute } from "./cancel-order.ts";
import {
  closeWaybillRangeRoute,
  fillWaybillPoolRoute,
  listWaybillNumbersRoute,
  openWaybillRangeRoute,
} from "./keep-waybills.ts";
import { listShipmentsRoute } from "./list-shipments.ts";
import { numberShipmentRoute } from "./give-waybill.ts";
import { packShipmentRoute } from "./pack-shipment.ts";
import { orderPostalServiceRoute } from "./place-order.ts";
import { printWaybillRoute } from "./print-waybill.ts";
import { countPostRoute } from "./read-postal-counts.ts";
import { listUnsentRoute, readDossierPostRoute } from "./read-dossier-post.ts";
import { readShipmentRoute } from "./read-shipment.ts";
import { reportShipmentRoute } from "./record-report.ts";
import { listQuarantineRoute } from "./list-quarantine.ts";
import { reopenQuarantineRoute, settleQuarantineRoute } from "./settle-quarantine.ts";

/** The use-cases of the public postal service. */
export const POSTAL_BOUND = {
  quotePostalService: quotePostalServiceRoute,
  orderPostalService: orderPostalServiceRoute,
  cancelPostalOrder: cancelPostalOrderRoute,
  recallShipment: recallShipmentRoute,
  packShipment: packShipmentRoute,
  numberShipment: numberShipmentRoute,
  printWaybill: printWaybillRoute,
  listShipments: listShipmentsRoute,
  readShipment: readShipmentRoute,
  readDossierPost: readDossierPostRoute,
  listUnsent: listUnsentRoute,
  countPost: countPostRoute,
  reportShipment: reportShipmentRoute,
  listQuarantine: listQuarantineRoute,
  settleQuarantine: settleQuarantineRoute,
  reopenQuarantine: reopenQuarantineRoute,
  listWaybillNumbers: listWaybillNumbersRoute,
  openWaybillRange: openWaybillRangeRoute,
  closeWaybillRange: closeWaybillRangeRoute,
  fillWaybillPool: fillWaybillPoolRoute,
} as const satisfies Record<keyof typeof POSTAL_ROUTES, BoundRoute>;
