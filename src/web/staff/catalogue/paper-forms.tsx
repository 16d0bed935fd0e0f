import type { ProcedureContent } from "#domain/catalogue/procedure.ts";
import { Button } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Icon } from "#web/ui/icons.tsx";
import { Panel } from "#web/ui/panel.tsx";
import { type PaperForm, newPaper } from "./mend-form.ts";
import form from "./mend.module.css";
import { PaperFormRow } from "./paper-form-row.tsx";
import { placePaths } from "./place-paths.ts";
import layout from "./procedure-page.module.css";
import type { ChangeForm, Mending } from "./use-mend-form.ts";
import { WarningsAt } from "./warning-cards.tsx";

interface Props {
  readonly content: ProcedureContent;
  readonly mending: Mending;
}

/** The papers, one by one, and the notes beside them, each of which may turn out to be a paper. */
export function PaperForms({ content, mending }: Props): ReactElement {
  const { catalogue: text } = useText();
  const { papers } = mending.form;
  const { paperNotes = [] } = content;
  return (
    <Panel id="papers" title={text.papers}>
      <WarningsAt paths={placePaths.papers()} />
      {papers.map((paper, turn) => (
        <div key={paper.id} className={form["entry"]}>
          <PaperFormRow
            paper={paper}
            turn={turn}
            last={turn === papers.length - 1}
            nameMissing={mending.problems.has(`paper.${paper.id}.name`)}
            asksNothing={mending.problems.has(`paper.${paper.id}.count`)}
            change={mending.change}
          />
          <PublishedWarnings content={content} paper={paper} />
        </div>
      ))}
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<Icon name="plus" size={16} />}
        onClick={() => addPaper(mending.change)}
      >
        {text.paperAdd}
      </Button>
      {paperNotes.length > 0 && (
        <>
          <h3 className={layout["sub"]}>{text.paperNotes}</h3>
          <ul className={layout["lines"]} lang="vi">
            {paperNotes.map((note, at) => (
              <li key={note}>
                {note}{" "}
                <Button
                  variant="default"
                  size="compact-xs"
                  aria-label={text.noteAsPaper(note)}
                  onClick={() => addPaper(mending.change, note)}
                >
                  {text.paperAdd}
                </Button>
                <WarningsAt paths={placePaths.note(content, at)} />
              </li>
            ))}
          </ul>
        </>
      )}
    </Panel>
  );
}

function PublishedWarnings({
  content,
  paper,
}: {
  readonly content: ProcedureContent;
  readonly paper: PaperForm;
}): ReactElement | null {
  const at = content.papers.findIndex(({ id }) => id === paper.id);
  return at < 0 ? null : <WarningsAt paths={placePaths.paper(content, at)} />;
}

function addPaper(change: ChangeForm, name = ""): void {
  change((now) => ({ ...now, papers: [...now.papers, newPaper(now.papers, name)] }));
}
