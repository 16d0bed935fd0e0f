import {
  listReview,
  readReviewedProcedure,
  readReviewedVersion,
  readReviewSummary,
} from "#contract/catalogue-review.ts";
import { queryClient } from "../query-client.ts";
import { readKey } from "../use-read.ts";

/** After a change every list, history and version is read again. */
export async function forgetCatalogue(): Promise<void> {
  const routes = [listReview, readReviewSummary, readReviewedProcedure, readReviewedVersion];
  await Promise.all(routes.map((route) => queryClient.invalidateQueries({ queryKey: readKey(route) })));
}
