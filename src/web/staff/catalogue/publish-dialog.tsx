import { parsePlainDate } from "#domain/shared/plain-date.ts";
import { Button, Group, Textarea } from "@mantine/core";
import { type FormEvent, type ReactElement, type ReactNode, useEffect, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { DateField } from "#web/ui/date-field.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { ChangeList } from "./change-list.tsx";
import form from "./mend.module.css";
import layout from "./procedure-page.module.css";
import { type Publication, statementProblems } from "./use-publication.ts";

interface Props {
  readonly publication: Publication;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Shows what will differ, asks from which day, why and by which text, and publishes. */
export function PublishDialog({ publication, opened, onClose }: Props): ReactElement {
  const { catalogue: text, common, dates } = useText();
  const [asked, setAsked] = useState(false);
  const { changes, statement, earliest, pending } = publication;
  const missing = statementProblems(statement, earliest);

  function submit(event: FormEvent<HTMLFormElement>): void {
    event.preventDefault();
    setAsked(true);
    const fields = event.currentTarget;
    if (!missing.day && !missing.reason) void publication.send();
    else requestAnimationFrame(() => fields.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus());
  }

  return (
    <Dialog opened={opened} onClose={onClose} title={text.publishTitle} size="xl">
      <form onSubmit={submit} noValidate className={form["publish"]}>
        <h3 className={layout["sub"]}>{text.publishChanges(dates.shortDay(publication.newestFrom))}</h3>
        {publication.overNewer && <Notice tone="warning" title={text.newerKept} live />}
        <div className={form["preview"]} tabIndex={0} role="group" aria-label={text.views.changes}>
          {changes === null && <LoadingLines />}
          {changes && changes.length === 0 && <p>{text.publishNothing}</p>}
          {changes && changes.length > 0 && <ChangeList changes={changes} />}
        </div>
        <StatementFields publication={publication} asked={asked} />
        <PublishProblem publication={publication} />
        <Group className={form["publishActs"]}>
          <Button type="submit" loading={pending} disabled={changes === null}>
            {text.publish}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.back}
          </Button>
        </Group>
      </form>
    </Dialog>
  );
}

function StatementFields({
  publication,
  asked,
}: {
  readonly publication: Publication;
  readonly asked: boolean;
}): ReactElement {
  const { catalogue: text, dates } = useText();
  const { statement, say, earliest } = publication;
  const missing = statementProblems(statement, earliest);
  const day = dates.shortDay(earliest);
  return (
    <>
      <DateField
        label={text.validFrom}
        value={statement.validFrom}
        onChange={(validFrom) => say({ validFrom })}
        problem={missing.day && asked ? text.validFromProblem(day) : undefined}
        hint={
          parsePlainDate(statement.validFrom) === undefined
            ? text.validFromHint(day)
            : `${dates.day(statement.validFrom)}. ${text.validFromHint(day)}`
        }
        required
      />
      <Textarea
        label={text.reason}
        description={text.reasonHint}
        value={statement.reason}
        onChange={(event) => say({ reason: event.currentTarget.value })}
        error={missing.reason && asked ? text.reasonProblem : undefined}
        maxLength={500}
        autosize
        minRows={2}
        required
        data-autofocus
      />
      <TextField
        label={text.source}
        hint={text.sourceHint}
        value={statement.source}
        onChange={(source) => say({ source })}
        maxLength={500}
      />
    </>
  );
}

/** Why it was not published. Over a newer version one goes on only after having been shown it. */
function PublishProblem({ publication }: Pick<Props, "publication">): ReactElement | null {
  const { catalogue: text } = useText();
  const { problem, code, goOnOverNewer } = publication;
  if (!problem) return null;
  const newer = problem.kind === "refused" && problem.code === "version_changed";
  return (
    <InSight>
      <ProblemNotice
        problem={problem}
        actions={
          newer && (
            <>
              <Button
                component="a"
                href={`/staff/catalogue/${encodeURIComponent(code)}`}
                target="_blank"
                rel="noreferrer"
                size="compact-sm"
                variant="default"
              >
                {text.newerSee}
              </Button>
              <Button size="compact-sm" variant="light" onClick={() => void goOnOverNewer()}>
                {text.newerKeep}
              </Button>
            </>
          )
        }
      />
    </InSight>
  );
}

/** Comes into sight when it appears: in a small window the end of the dialog lies below. */
function InSight({ children }: { readonly children: ReactNode }): ReactElement {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // Newer browsers answer with a promise, which must not be taken for what undoes the effect.
    place.current?.scrollIntoView({ block: "nearest" });
  }, []);
  return <div ref={place}>{children}</div>;
}
