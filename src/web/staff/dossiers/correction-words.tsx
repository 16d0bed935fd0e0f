import type { CorrectionView } from "#contract/dossier-parts.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { changeWords } from "./corrected-words.ts";
import layout from "./dossier-page.module.css";

/** What a correction changed, a line each. */
export function CorrectionWords({ correction }: { readonly correction: CorrectionView }): ReactElement {
  const text = useText();
  return (
    <ul className={layout["changes"]} lang="vi">
      {changeWords(correction, text).map((words) => (
        <li key={words}>{words}</li>
      ))}
    </ul>
  );
}
