import { queryClient } from "../query-client.ts";

/** Throws away what was read about who holds what, after something moved. */
export async function forgetPapers(): Promise<void> {
  await queryClient.invalidateQueries({
    predicate: ({ queryKey }) => typeof queryKey[1] === "string" && queryKey[1].startsWith("/custody/"),
  });
}
