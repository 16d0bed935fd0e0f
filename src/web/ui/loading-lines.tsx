import { Skeleton, VisuallyHidden } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "../text/use-text.ts";

/** Grey lines in the place of what is still being loaded. */
export function LoadingLines({ lines = 4 }: { readonly lines?: number }): ReactElement {
  const text = useText();
  return (
    <div role="status">
      <VisuallyHidden>{text.common.loading}</VisuallyHidden>
      {Array.from({ length: lines }, (_, at) => (
        <Skeleton key={at} height={14} mb={12} width={`${92 - (at % 3) * 14}%`} />
      ))}
    </div>
  );
}
