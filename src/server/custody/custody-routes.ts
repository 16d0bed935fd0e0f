import type { CUSTODY_ROUTES } from "#contract/custody-routes.ts";
import { acceptManifestRoute } from "./accept-manifest.ts";
import { confirmByCodeRoute } from "./confirm-by-code.ts";
import { confirmOnPaperRoute } from "./confirm-on-paper.ts";
import { handToOutsiderRoute } from "./hand-to-outsider.ts";
import { countCustodyRoute } from "./read-custody-counts.ts";
import { findReceiversRoute } from "./find-receivers.ts";
import { listHandOverRecordsRoute } from "./list-hand-over-records.ts";
import { findThingsRoute } from "./find-things.ts";
import { listHoldingsRoute } from "./list-holdings.ts";
import { listManifestsRoute } from "./list-manifests.ts";
import { readManifestRoute } from "./read-manifest.ts";
import { readThingRoute } from "./read-thing.ts";
import { listCustodyPlacesRoute } from "./list-custody-places.ts";
import { listCustodyTasksRoute } from "./list-custody-tasks.ts";
import { listUncollectedRoute } from "./list-uncollected.ts";
import { makeContainerRoute } from "./make-container.ts";
import { offerThingsRoute } from "./offer-things.ts";
import { openCustodyPlaceRoute } from "./open-custody-place.ts";
import { packThingsRoute } from "./pack-things.ts";
import { closeCustodyPlaceRoute, passCustodyPlaceRoute } from "./pass-custody-place.ts";
import { placeThingsRoute } from "./place-things.ts";
import {
  endContainerRoute,
  openContainerRoute,
  rewrapContainerRoute,
  sealContainerRoute,
} from "./seal-container.ts";
import { printInventoryRecordRoute } from "./print-inventory-record.ts";
import { printLabelsRoute } from "./print-labels.ts";
import { printManifestRoute } from "./print-manifest.ts";
import { settleCustodyTaskRoute } from "./settle-custody-task.ts";
import { settleManifestRoute } from "./settle-manifest.ts";
import { listStockTakesRoute } from "./list-stock-takes.ts";
import { readStockTakeRoute } from "./read-stock-take.ts";
import { takeStockRoute } from "./take-stock.ts";
import { unpackThingsRoute } from "./unpack-things.ts";
import { sendCodeAgainRoute } from "./give-code-again.ts";
import { takeFromOutsiderRoute } from "./take-from-outsider.ts";
import type { BoundRoute } from "../http/context.ts";

/** The use-cases of the custody ledger; its files are kept by the room of files. */
export const CUSTODY_BOUND = {
  makeContainer: makeContainerRoute,
  packThings: packThingsRoute,
  unpackThings: unpackThingsRoute,
  sealContainer: sealContainerRoute,
  openContainer: openContainerRoute,
  rewrapContainer: rewrapContainerRoute,
  endContainer: endContainerRoute,
  placeThings: placeThingsRoute,
  offerThings: offerThingsRoute,
  acceptManifest: acceptManifestRoute,
  settleManifest: settleManifestRoute,
  handToOutsider: handToOutsiderRoute,
  takeFromOutsider: takeFromOutsiderRoute,
  confirmByCode: confirmByCodeRoute,
  confirmOnPaper: confirmOnPaperRoute,
  sendCodeAgain: sendCodeAgainRoute,
  findThings: findThingsRoute,
  readThing: readThingRoute,
  listHoldings: listHoldingsRoute,
  listManifests: listManifestsRoute,
  readManifest: readManifestRoute,
  findReceivers: findReceiversRoute,
  listHandOverRecords: listHandOverRecordsRoute,
  countCustody: countCustodyRoute,
  printManifest: printManifestRoute,
  printInventoryRecord: printInventoryRecordRoute,
  printLabels: printLabelsRoute,
  listCustodyPlaces: listCustodyPlacesRoute,
  openCustodyPlace: openCustodyPlaceRoute,
  passCustodyPlace: passCustodyPlaceRoute,
  closeCustodyPlace: closeCustodyPlaceRoute,
  listCustodyTasks: listCustodyTasksRoute,
  settleCustodyTask: settleCustodyTaskRoute,
  listUncollected: listUncollectedRoute,
  takeStock: takeStockRoute,
  listStockTakes: listStockTakesRoute,
  readStockTake: readStockTakeRoute,
} as const satisfies Record<
  Exclude<keyof typeof CUSTODY_ROUTES, "keepCustodyFile" | "readCustodyFile">,
  BoundRoute
>;
