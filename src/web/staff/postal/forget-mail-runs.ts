import { listMailRoutes, listMailRuns } from "#contract/mail-runs.ts";
import { queryClient } from "../query-client.ts";
import { readKey } from "../use-read.ts";

/** What was read of mail runs is old after an act with one. */
export async function forgetMailRuns(): Promise<void> {
  await Promise.all(
    [listMailRuns, listMailRoutes].map((route) =>
      queryClient.invalidateQueries({ queryKey: readKey(route) }),
    ),
  );
}
