import {
  listReorganisations,
  previewReorganisation,
  readFigures,
  readReorganisation,
} from "#contract/reorganisations.ts";
import { listPlaces, readPlace } from "#contract/places.ts";
import { queryClient } from "../query-client.ts";
import { readKey } from "../use-read.ts";

/** After something was done with a plan, whatever was read of plans and of places is read anew. */
export async function forgetReorganisations(): Promise<void> {
  const routes = [
    listReorganisations,
    readReorganisation,
    previewReorganisation,
    readFigures,
    listPlaces,
    readPlace,
  ];
  await Promise.all(routes.map((route) => queryClient.invalidateQueries({ queryKey: readKey(route) })));
}
