import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";

/** A page that failed by a bug of ours, or whose part was replaced by a newer version of the program. */
export function BrokenPage(): ReactElement {
  const text = useText();
  return (
    <EmptyState icon="warning" title={text.common.pageBroken} hint={text.common.pageBrokenHint}>
      <Button onClick={() => location.reload()}>{text.common.reload}</Button>
    </EmptyState>
  );
}
