import { listShipments, listUnsent, readDossierPost, readShipment } from "#contract/postal.ts";
import { countPost } from "#contract/postal-counts.ts";
import { listQuarantine } from "#contract/quarantine.ts";
import { queryClient } from "../query-client.ts";
import { readKey } from "../use-read.ts";

const READ = [listShipments, readShipment, readDossierPost, listUnsent, listQuarantine, countPost] as const;

/** What was read of shipments is old after an act with one. */
export async function forgetPost(): Promise<void> {
  await Promise.all(READ.map((route) => queryClient.invalidateQueries({ queryKey: readKey(route) })));
}
