import { PAPER_KINDS, type PaperKind, type RequiredPaper } from "#domain/catalogue/procedure.ts";
import type { ReactElement } from "react";
import type { Words } from "../text/words.ts";
import type { ProcedurePart } from "./procedure-page.tsx";

/** The papers: those to hand in, those only to be shown, each with how many, when and on which form. */
export function ProcedurePapers({ procedure: { content }, words }: ProcedurePart): ReactElement {
  const { procedure: text } = words.citizen;
  const { papers, paperNotes = [] } = content;
  return (
    <section className="card long" id="papers" aria-labelledby="papers-title">
      <h2 id="papers-title">{text.papersTitle}</h2>
      {papers.length === 0 && <p>{text.papersNone}</p>}
      {PAPER_KINDS.map((kind) => (
        <Papers key={kind} kind={kind} papers={papers.filter((paper) => paper.kind === kind)} words={words} />
      ))}
      {paperNotes.length > 0 && (
        <>
          <h3>{text.paperNotes}</h3>
          <ul lang="vi">
            {paperNotes.map((note) => (
              <li key={note} className="lines">
                {note}
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  );
}

interface PapersProps {
  readonly kind: PaperKind;
  readonly papers: readonly RequiredPaper[];
  readonly words: Words;
}

function Papers({ kind, papers, words }: PapersProps): ReactElement | null {
  const { procedure: text } = words.citizen;
  if (papers.length === 0) return null;
  return (
    <>
      <h3>{text.papersOf[kind]}</h3>
      <ul className="papers" lang="vi">
        {papers.map((paper) => (
          <li key={paper.id}>
            <span className="lines">{paper.name}</span>
            {paperFacts(paper, words).map((fact) => (
              <span key={fact} className="facts lines">
                {fact}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What is asked of a paper, a line each. @example ["1 bản chính", "Mẫu: Tờ khai đăng ký khai sinh"] */
function paperFacts(paper: RequiredPaper, { intake, lists }: Words): readonly string[] {
  const asked = [intake.askedFor(paper.originals, paper.copies)];
  if (paper.optional === true) asked.push(intake.paperOptional);
  return [
    asked.filter(Boolean).join(", "),
    paper.condition === undefined ? "" : `${intake.paperCondition}: ${paper.condition}`,
    paper.formName === undefined ? "" : `${intake.paperForm}: ${paper.formName}`,
    paper.channels === undefined
      ? ""
      : `${intake.channel}: ${paper.channels.map((channel) => lists.channels[channel]).join(", ")}`,
    paper.replacedByData === undefined ? "" : intake.paperData(paper.replacedByData.database),
  ].filter((fact) => fact !== "");
}
