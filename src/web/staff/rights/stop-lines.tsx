import type { StopView } from "#contract/assignments.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";

/** Each thing that keeps a clerk from acting: what stands still, by which decision, since when. */
export function StopLines({ stops }: { readonly stops: readonly StopView[] }): ReactElement {
  const { mandates, dates } = useText();
  const words = mandates.rights.stops;
  return (
    <>
      {stops.map(({ kind, decision, since, mandate }) => (
        <p key={`${kind} ${decision} ${mandate ?? ""}`}>
          {words[kind](decision, dates.shortMoment(since), mandate ?? "")}
        </p>
      ))}
    </>
  );
}
