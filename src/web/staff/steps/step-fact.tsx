import type { DossierView } from "#contract/dossiers.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import layout from "../dossiers/dossier-page.module.css";

interface Props {
  readonly step: NonNullable<DossierView["events"][number]["step"]>;
}

/** Which step something was done to, whom it was given to, and in whose place it was taken. */
export function StepFact({ step: { name, to, inPlaceOf } }: Props): ReactElement {
  const { fact } = useText().steps;
  return (
    <span className={layout["fact"]} lang="vi">
      {[
        fact.step(name),
        ...(to === null ? [] : [fact.to(to)]),
        ...(inPlaceOf === null ? [] : [fact.inPlaceOf(inPlaceOf)]),
      ].join(". ")}
    </span>
  );
}
