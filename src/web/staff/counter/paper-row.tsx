import { Checkbox } from "@mantine/core";
import type { ReactElement } from "react";
import type { RequiredPaper } from "#domain/catalogue/procedure.ts";
import { useText } from "#web/text/use-text.ts";
import type { PaperLine } from "./intake-form.ts";
import { CountField } from "./count-field.tsx";
import styles from "./papers.module.css";

interface Props {
  readonly paper: RequiredPaper;
  readonly line: PaperLine;
  readonly onChange: (patch: Partial<PaperLine>) => void;
}

/** One paper of the list: what is asked for, and how much of it is there. */
export function PaperRow({ paper, line, onChange }: Props): ReactElement {
  const text = useText();
  const there = line.originals + line.copies > 0 || line.shown;
  return (
    <li className={styles["row"]} data-there={there}>
      <div className={styles["paper"]}>
        <span className={styles["name"]}>{paper.name}</span>
        <PaperNotes paper={paper} />
      </div>
      <CountField
        label={text.intake.originalsOf(paper.name)}
        shortLabel={text.intake.originals}
        value={line.originals}
        onChange={(originals) => onChange({ originals })}
      />
      <CountField
        label={text.intake.copiesOf(paper.name)}
        shortLabel={text.intake.copies}
        value={line.copies}
        onChange={(copies) => onChange({ copies })}
      />
      <label className={styles["shown"]}>
        <Checkbox
          aria-label={text.intake.shownOf(paper.name)}
          checked={line.shown}
          onChange={(event) => onChange({ shown: event.currentTarget.checked })}
        />
        <span className={styles["short"]} aria-hidden="true">
          {text.intake.shown}
        </span>
      </label>
    </li>
  );
}

function PaperNotes({ paper }: { readonly paper: RequiredPaper }): ReactElement {
  const text = useText();
  const asked =
    paper.kind === "show" ? text.intake.askedShow : text.intake.askedFor(paper.originals, paper.copies);
  const notes = [
    asked !== "" && `${text.intake.asked} ${asked}`,
    paper.optional && text.intake.paperOptional,
    paper.condition !== undefined && `${text.intake.paperCondition}: ${paper.condition}`,
    paper.formName !== undefined &&
      paper.formName !== paper.name &&
      `${text.intake.paperForm}: ${paper.formName}`,
    paper.replacedByData && text.intake.paperData(paper.replacedByData.database),
  ].filter((note) => typeof note === "string");
  return <span className={styles["notes"]}>{notes.join(" · ")}</span>;
}
