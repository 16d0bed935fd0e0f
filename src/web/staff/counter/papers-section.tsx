import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import type { RequiredPaper } from "#domain/catalogue/procedure.ts";
import { useText } from "#web/text/use-text.ts";
import { Mark } from "#web/ui/mark.tsx";
import { FurtherPapers } from "./further-papers.tsx";
import { MissingPapers } from "./missing-papers.tsx";
import { PaperRow } from "./paper-row.tsx";
import { NO_PAPER, type PaperLine } from "./intake-form.ts";
import styles from "./papers.module.css";
import { SectionPanel } from "./section-panel.tsx";
import type { Intake } from "./use-intake.ts";

/** The checklist: what lies on the table of each paper that the procedure asks for, and what else. */
export function PapersSection({ intake }: { readonly intake: Intake }): ReactElement {
  const text = useText();
  const { form, view, change } = intake;
  const papers = view.content.papers.filter(({ channels }) => !channels || channels.includes(form.channel));
  const missing = intake.check(null).missing.length;

  function setLine(id: string, patch: Partial<PaperLine>): void {
    change({ papers: { ...form.papers, [id]: { ...NO_PAPER, ...form.papers[id], ...patch } } });
  }

  return (
    <SectionPanel
      id="papers"
      number={3}
      title={text.intake.papersTitle}
      actions={
        <>
          {papers.length > 0 && <Completeness missing={missing} />}
          {papers.length > 0 && (
            <Button
              variant="light"
              size="compact-sm"
              onClick={() => change({ papers: { ...form.papers, ...asListed(papers) } })}
            >
              {text.intake.papersAll}
            </Button>
          )}
        </>
      }
    >
      {papers.length === 0 && <p>{text.intake.papersNone}</p>}
      {papers.length > 0 && (
        <div className={styles["head"]} aria-hidden="true">
          <span>{text.intake.paper}</span>
          <span>{text.intake.originals}</span>
          <span>{text.intake.copies}</span>
          <span>{text.intake.shown}</span>
        </div>
      )}
      <ul className={styles["rows"]}>
        {papers.map((paper) => (
          <PaperRow
            key={paper.id}
            paper={paper}
            line={form.papers[paper.id] ?? NO_PAPER}
            onChange={(patch) => setLine(paper.id, patch)}
          />
        ))}
      </ul>
      <MissingPapers intake={intake} />
      <FurtherPapers intake={intake} />
    </SectionPanel>
  );
}

function Completeness({ missing }: { readonly missing: number }): ReactElement {
  const text = useText();
  return (
    <Mark tone={missing === 0 ? "success" : "warning"} icon={missing === 0 ? "success" : "warning"}>
      {missing === 0 ? text.intake.papersComplete : text.intake.missingTitle(missing)}
    </Mark>
  );
}

/** Every paper that is always asked for, as listed; what depends on a condition is left to the clerk. */
function asListed(papers: readonly RequiredPaper[]): Record<string, PaperLine> {
  const always = papers.filter((paper) => paper.condition === undefined && paper.optional !== true);
  return Object.fromEntries(
    always.map((paper) => [
      paper.id,
      paper.kind === "show"
        ? { originals: 0, copies: 0, shown: true }
        : { originals: paper.originals, copies: paper.copies, shown: false },
    ]),
  );
}
