import { listIncidents, listSuggestedIncidents, readIncident } from "#contract/incidents.ts";
import { queryClient } from "../query-client.ts";
import { readKey } from "../use-read.ts";

const READ = [listIncidents, listSuggestedIncidents, readIncident] as const;

/** What was read of incidents is old after an act with one. */
export async function forgetIncidents(): Promise<void> {
  await Promise.all(READ.map((route) => queryClient.invalidateQueries({ queryKey: readKey(route) })));
}
