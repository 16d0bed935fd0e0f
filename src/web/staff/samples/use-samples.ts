import { listSamples, readSampleResults } from "#contract/samples.ts";
import { call } from "../api.ts";
import { queryClient } from "../query-client.ts";
import { usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";

export type SampleState = "waiting" | "judged" | "wrong";

/** What was drawn, page after page, with how many there are of each. */
export function useSamples(state: SampleState) {
  const list = usePages({
    key: readKey(listSamples, state),
    read: (after) => call(listSamples, { query: after === null ? { state } : { state, after } }),
  });
  return { ...list, samples: list.pages?.flatMap(({ samples }) => samples), counts: list.pages?.at(-1) };
}

/** Throws away what was read of samples, after one was judged. */
export async function forgetSamples(): Promise<void> {
  await Promise.all(
    [listSamples, readSampleResults].map((route) =>
      queryClient.invalidateQueries({ queryKey: readKey(route) }),
    ),
  );
}
