import { changeMandate, draftMandate, listMandateChoices, readMandate } from "#contract/mandates.ts";
import { Link, getRouteApi, useNavigate, useRouterState } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { useRead } from "../use-read.ts";
import { EMPTY_FORM, formOf } from "./mandate-form.ts";
import { MandateFormView, type Choices } from "./mandate-form-view.tsx";
import type { MandateView } from "./mandate-page.tsx";
import styles from "./mandates.module.css";
import { forgetMandates } from "./use-mandates.ts";

const changeRoute = getRouteApi("/mandates/$mandateId/change");

/** Drafts a mandate. */
export function NewMandatePage(): ReactElement {
  const { form } = useText().mandates;
  const { data, problem, reload } = useRead(listMandateChoices, {});
  return (
    <div className={styles["page"]}>
      <Head title={form.newTitle} />
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {data && <NewMandate choices={data} />}
      {!data && !problem && <LoadingLines lines={10} />}
    </div>
  );
}

/** Changes a draft. */
export function ChangeMandatePage(): ReactElement {
  const { form } = useText().mandates;
  const { mandateId } = changeRoute.useParams();
  const choices = useRead(listMandateChoices, {});
  const read = useRead(readMandate, { params: { mandateId } });
  const problem = choices.problem ?? read.problem;
  return (
    <div className={styles["page"]}>
      <Head title={form.changeTitle} />
      {problem && (
        <ProblemNotice problem={problem} onRetry={choices.problem ? choices.reload : read.reload} />
      )}
      {choices.data && read.data && <Change key={mandateId} choices={choices.data} view={read.data} />}
      {!problem && !(choices.data && read.data) && <LoadingLines lines={10} />}
    </div>
  );
}

function Head({ title }: { readonly title: string }): ReactElement {
  const { mandates } = useText();
  return (
    <div className={styles["head"]}>
      <div>
        <p className={styles["quiet"]}>
          <Link to="/mandates" className={styles["back"]}>
            {mandates.title}
          </Link>
        </p>
        <h1>{title}</h1>
        <p className={styles["quiet"]}>{mandates.form.intro}</p>
      </div>
    </div>
  );
}

/** After saving: everything read of mandates is read anew, and the mandate's own page opens. */
function useSaved() {
  const text = useText();
  const navigate = useNavigate();
  return async (mandateId: string): Promise<void> => {
    showToast({ text: text.mandates.form.saved });
    await forgetMandates();
    await navigate({ to: "/mandates/$mandateId", params: { mandateId } });
  };
}

function NewMandate({ choices }: { readonly choices: Choices }): ReactElement {
  const act = useAct(draftMandate);
  const saved = useSaved();
  const only = choices.units.length === 1 ? choices.units[0] : undefined;
  const prefill = useRouterState({ select: ({ location }) => location.state.mandatePrefill });
  return (
    <MandateFormView
      choices={choices}
      start={{ ...EMPTY_FORM, unitId: only?.id ?? "", ...prefill }}
      place={`new ${JSON.stringify(prefill ?? {})}`}
      pending={act.pending}
      problem={act.problem}
      onSubmit={async (body) => {
        const result = await act.send({ body });
        return result?.ok ? () => saved(result.value.mandateId) : null;
      }}
    />
  );
}

interface ChangeProps {
  readonly choices: Choices;
  readonly view: MandateView;
}

function Change({ choices, view }: ChangeProps): ReactElement {
  const { form } = useText().mandates;
  const act = useAct(changeMandate);
  const saved = useSaved();
  // The draft as it was when the page was opened: reading it again must not touch what is being typed.
  const [{ id, version, ...rest }] = useState(view.mandate);
  if (rest.status !== "drafted") return <Notice tone="info" title={form.notADraft} />;
  return (
    <MandateFormView
      choices={choices}
      start={formOf({ id, version, ...rest })}
      place={`${id} ${version}`}
      pending={act.pending}
      problem={act.problem}
      onSubmit={async (terms) => {
        const result = await act.send({ params: { mandateId: id }, body: { ...terms, version } });
        return result?.ok ? () => saved(id) : null;
      }}
    />
  );
}
