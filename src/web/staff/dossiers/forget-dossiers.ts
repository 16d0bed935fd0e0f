import { listQueue, readDossier } from "#contract/dossiers.ts";
import { queryClient } from "../query-client.ts";
import { readKey } from "../use-read.ts";

/** After an act: what was read of dossiers is old; what is on the screen is read again. */
export async function forgetDossiers(): Promise<void> {
  await Promise.all(
    [listQueue, readDossier].map((route) => queryClient.invalidateQueries({ queryKey: readKey(route) })),
  );
}
