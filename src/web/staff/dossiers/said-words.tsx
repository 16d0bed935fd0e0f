import type { ReactElement, ReactNode } from "react";
import { useText } from "#web/text/use-text.ts";

/** What somebody wrote to the other side, named as that: beside the list of changes it would read as one of them. */
export function SaidWords({ children }: { readonly children: ReactNode }): ReactElement {
  const { correcting } = useText();
  return (
    <>
      <strong>{correcting.said}</strong> <span lang="vi">{children}</span>
    </>
  );
}
