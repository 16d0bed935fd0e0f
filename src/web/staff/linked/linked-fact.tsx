import type { DossierView } from "#contract/dossiers.ts";
import type { ReactElement } from "react";
import { useLanguage, useText } from "#web/text/use-text.ts";
import layout from "../dossiers/dossier-page.module.css";

interface Props {
  readonly linked: NonNullable<DossierView["events"][number]["linked"]>;
}

/** Which agency was asked, or which part came to which end. */
export function LinkedFact({ linked: { agency, part, end } }: Props): ReactElement {
  const { parts } = useText().linked;
  const language = useLanguage();
  const said = [agency, part?.[language], end && parts.states[end]].filter((words) => words);
  return (
    <span className={layout["fact"]} lang={agency === null ? language : "vi"}>
      {said.join(": ")}
    </span>
  );
}
