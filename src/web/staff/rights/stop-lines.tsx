import type { StopView } from "#contract/assignments.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";

/** Each thing that keeps a clerk from acting: what stands still, by which decision, since when, and why. */
export function StopLines({ stops }: { readonly stops: readonly StopView[] }): ReactElement {
  const { mandates, dates } = useText();
  const words = mandates.rights.stops;
  return (
    <>
      {stops.map(({ kind, decision, since, reason, mandate }) => (
        <p key={`${kind} ${decision} ${mandate ?? ""}`}>
          {words[kind](decision, dates.shortMoment(since), mandate ?? "")}
          {reason !== "" && (
            <>
              {" "}
              {words.reason} <span lang="vi">{reason}</span>
            </>
          )}
        </p>
      ))}
    </>
  );
}
