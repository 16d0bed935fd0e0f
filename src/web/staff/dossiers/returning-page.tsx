import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";

export function ReturningPage(): ReactElement {
  const text = useText();
  return <EmptyState icon="queue" title={text.common.nothingHere} />;
}
