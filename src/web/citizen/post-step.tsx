import type { CitizenPage } from "#contract/track.ts";
import type { ReactElement, ReactNode } from "react";
import { postLink } from "./links.ts";

/** What each form of an order shows again. */
export type Proven = Pick<Extract<CitizenPage, { kind: "dossier" }>, "language" | "dossier" | "secret">;

/** The form of one step: it shows both codes again, so that nobody orders for a dossier that they could not look up. */
export function PostStep({
  proven: { language, dossier, secret },
  children,
}: {
  readonly proven: Proven;
  readonly children: ReactNode;
}): ReactElement {
  return (
    <form method="post" action={postLink(language)} autoComplete="off">
      <input type="hidden" name="code" value={dossier.code} />
      <input type="hidden" name="secret" value={secret} />
      {children}
    </form>
  );
}
