import {
  cancelPostalOrder,
  listShipments,
  listUnsent,
  orderPostalService,
  quotePostalService,
  readDossierPost,
  readShipment,
  recallShipment,
  reportShipment,
} from "./postal.ts";
import { countPost } from "./postal-counts.ts";
import { numberShipment, packShipment, printWaybill } from "./postal-packets.ts";
import { listQuarantine, reopenQuarantine, settleQuarantine } from "./quarantine.ts";
import { closeWaybillRange, fillWaybillPool, listWaybillNumbers, openWaybillRange } from "./waybills.ts";

/** The routes of the public postal service. */
export const POSTAL_ROUTES = {
  quotePostalService,
  orderPostalService,
  cancelPostalOrder,
  recallShipment,
  packShipment,
  numberShipment,
  printWaybill,
  listShipments,
  readShipment,
  readDossierPost,
  listUnsent,
  countPost,
  reportShipment,
  listQuarantine,
  settleQuarantine,
  reopenQuarantine,
  listWaybillNumbers,
  openWaybillRange,
  closeWaybillRange,
  fillWaybillPool,
} as const;
