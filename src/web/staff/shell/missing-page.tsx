import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";

/** An address of the console that leads nowhere. */
export function MissingPage(): ReactElement {
  const text = useText();
  return <EmptyState icon="search" title={text.common.pageNotFound} hint={text.common.pageNotFoundHint} />;
}
