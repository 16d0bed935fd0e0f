import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { useSamples } from "./use-samples.ts";

/** The way to the next page of a list, where there is one. */
export function MoreSamples({ list }: { readonly list: ReturnType<typeof useSamples> }): ReactElement | null {
  const { common } = useText();
  if (!list.hasMore) return null;
  return (
    <Button variant="default" loading={list.loadingMore} onClick={list.loadMore}>
      {common.more}
    </Button>
  );
}
