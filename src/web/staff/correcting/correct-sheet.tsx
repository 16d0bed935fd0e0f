import { Link } from "@tanstack/react-router";
import { type ReactElement, useRef, useState } from "react";
import { equalData } from "#domain/shared/equal-data.ts";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import look from "#web/ui/rows.module.css";
import { ApplicantSection } from "../counter/applicant-section.tsx";
import { ClosingSection } from "../counter/closing-section.tsx";
import counter from "../counter/counter.module.css";
import { PapersSection } from "../counter/papers-section.tsx";
import { SubmitterSection } from "../counter/submitter-section.tsx";
import { useIntake } from "../counter/use-intake.ts";
import { useSectionShortcuts } from "../counter/use-section-shortcuts.ts";
import page from "../dossiers/page.module.css";
import { LeaveGuard } from "../mandates/leave-guard.tsx";
import { AnswerSection } from "./answer-section.tsx";
import { type CorrectionPage, formOfCorrection } from "./correction-form.ts";

interface Props {
  readonly begun: CorrectionPage;
  readonly onReload: () => void;
  readonly onCorrected: () => void;
}

/** What the officer asks for, what cannot be corrected, and the form with what was written down. */
export function CorrectSheet({ begun, onReload, onCorrected }: Props): ReactElement {
  const text = useText();
  const [form] = useState(() => formOfCorrection(begun));
  const intake = useIntake(form, begun.procedure);
  const [words, setWords] = useState("");
  const kept = useRef(false);
  useSectionShortcuts();
  const changed = !equalData(intake.form, form);
  return (
    <>
      <Head begun={begun} />
      <form
        className={counter["form"]}
        aria-label={text.correcting.formLabel}
        noValidate
        onSubmit={(event) => event.preventDefault()}
      >
        <ApplicantSection intake={intake} />
        <SubmitterSection intake={intake} />
        <PapersSection intake={intake} />
        <p className={page["quiet"]}>{text.correcting.papersHint}</p>
        <ClosingSection intake={intake} awaitsConfirmation />
        <AnswerSection
          begun={begun}
          intake={intake}
          changed={changed}
          words={words}
          onWords={setWords}
          onReload={onReload}
          onCorrected={() => {
            kept.current = true;
            onCorrected();
          }}
        />
      </form>
      <LeaveGuard dirty={changed || words !== ""} free={() => kept.current} />
    </>
  );
}

function Head({ begun }: Pick<Props, "begun">): ReactElement {
  const text = useText();
  const { dossierId, code, procedure, words } = begun;
  return (
    <>
      <div className={page["head"]}>
        <div>
          <h1>{text.correcting.title(code)}</h1>
          <p className={page["quiet"]} lang="vi">
            {procedure.content.name}
          </p>
        </div>
      </div>
      {words !== null && (
        <Notice tone="warning" title={text.correcting.askedFor}>
          <span lang="vi">{words}</span>
        </Notice>
      )}
      <Notice tone="info" title={text.correcting.fixedTitle}>
        {text.correcting.fixed}{" "}
        <Link to="/dossiers/$dossierId" params={{ dossierId }} className={look["opener"]}>
          {text.correcting.toDossier}
        </Link>
      </Notice>
    </>
  );
}
