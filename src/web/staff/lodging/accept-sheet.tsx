import type { readLodging } from "#contract/lodging.ts";
import { equalData } from "#domain/shared/equal-data.ts";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import look from "#web/ui/rows.module.css";
import type { AnswerOf } from "../api.ts";
import { formOfCorrection } from "../correcting/correction-form.ts";
import { ApplicantSection } from "../counter/applicant-section.tsx";
import { ClosingSection } from "../counter/closing-section.tsx";
import counter from "../counter/counter.module.css";
import styles from "../counter/lodging.module.css";
import { PapersSection } from "../counter/papers-section.tsx";
import { SubmitterSection } from "../counter/submitter-section.tsx";
import { useIntake } from "../counter/use-intake.ts";
import { useIntakePreview } from "../counter/use-intake-preview.ts";
import { useSectionShortcuts } from "../counter/use-section-shortcuts.ts";
import { LeaveGuard } from "../mandates/leave-guard.tsx";
import { AcceptBar } from "./accept-bar.tsx";
import type { Settled } from "./accept-page.tsx";

interface Props {
  readonly begun: AnswerOf<typeof readLodging>;
  readonly onReload: () => void;
  readonly onSettled: (settled: Settled) => void;
}

/** What was asked for, what stays as it was lodged, and the form of the counter. */
export function AcceptSheet({ begun, onReload, onSettled }: Props): ReactElement {
  const text = useText();
  const [form] = useState(() => formOfCorrection({ ...begun, words: null }));
  const intake = useIntake(form, begun.procedure);
  const preview = useIntakePreview(begun.procedure.content, intake.form, begun.procedure);
  const settled = useRef(false);
  useSectionShortcuts();
  return (
    <>
      <Head begun={begun} />
      <form
        className={counter["form"]}
        aria-label={text.lodging.acceptLabel}
        noValidate
        onSubmit={(event) => event.preventDefault()}
      >
        <ApplicantSection intake={intake} />
        <SubmitterSection intake={intake} />
        <PapersSection intake={intake} />
        <ClosingSection
          intake={intake}
          awaitsConfirmation={preview.data?.permit.awaitsConfirmation === true}
        />
        <AcceptBar
          begun={begun}
          intake={intake}
          preview={preview}
          onReload={onReload}
          onSettled={(now) => {
            settled.current = true;
            onSettled(now);
          }}
        />
      </form>
      <LeaveGuard dirty={!equalData(intake.form, form)} free={() => settled.current} />
    </>
  );
}

function Head({ begun }: Pick<Props, "begun">): ReactElement {
  const text = useText();
  const { dossierId, code, procedure, asked } = begun;
  return (
    <>
      <div>
        <h1>{text.lodging.acceptTitle(code)}</h1>
        <p className={styles["quiet"]} lang="vi">
          {procedure.content.name}
        </p>
      </div>
      {asked !== null && (
        <Notice tone="warning" title={text.lodging.asked(text.dates.moment(asked.at))}>
          <ul className={styles["asked"]} lang="vi">
            {asked.papers.map(({ name, originals, copies }) => (
              <li key={name}>{text.lodging.askedPaper(name, text.intake.askedFor(originals, copies))}</li>
            ))}
          </ul>
          <p lang="vi">{asked.reason}</p>
        </Notice>
      )}
      <Notice tone="info" title={text.lodging.fixed}>
        <Link to="/dossiers/$dossierId" params={{ dossierId }} className={look["opener"]}>
          {text.lodging.toDossier}
        </Link>
      </Notice>
    </>
  );
}
