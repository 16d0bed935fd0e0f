import { changeReorganisation, planReorganisation, readReorganisation } from "#contract/reorganisations.ts";
import { Link, getRouteApi, useNavigate } from "@tanstack/react-router";
import { type ReactElement, useEffect, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { useRead } from "../use-read.ts";
import { forgetReorganisations } from "./forget-reorganisations.ts";
import { EMPTY_PLAN, type PlanForm } from "./plan-form.ts";
import { PlanFormView } from "./plan-form-view.tsx";
import { readPlanForm } from "./read-plan.ts";
import type { ReorganisationView } from "./reorganisation-page.tsx";
import styles from "./reorganisation.module.css";

const changeRoute = getRouteApi("/reorganisation/$reorganisationId/change");

/** Plans a reorganisation. */
export function NewPlanPage(): ReactElement {
  const { form } = useText().reorganisation;
  const act = useAct(planReorganisation);
  const saved = useSaved();
  return (
    <div className={styles["page"]}>
      <Head title={form.newTitle} />
      <PlanFormView
        start={EMPTY_PLAN}
        pending={act.pending}
        problem={act.problem}
        onSave={async (body) => {
          const result = await act.send({ body });
          if (!result?.ok) return false;
          await saved(result.value.reorganisationId);
          return true;
        }}
      />
    </div>
  );
}

/** Changes a plan whose day has not come. */
export function ChangePlanPage(): ReactElement {
  const { form } = useText().reorganisation;
  const { reorganisationId } = changeRoute.useParams();
  const { data, problem, reload } = useRead(readReorganisation, { params: { reorganisationId } });
  return (
    <div className={styles["page"]}>
      <Head title={form.changeTitle} />
      {problem && <ProblemNotice problem={problem} onRetry={reload} />}
      {data ? <Change key={reorganisationId} view={data} /> : !problem && <LoadingLines lines={10} />}
    </div>
  );
}

function Change({ view: seen }: { readonly view: ReorganisationView }): ReactElement {
  // The plan as it was when the page was opened: reading it again must not touch what is being typed.
  const [view] = useState(seen);
  const [start, setStart] = useState<PlanForm | null>(null);
  const act = useAct(changeReorganisation);
  const saved = useSaved();
  useEffect(() => {
    let gone = false;
    async function read(): Promise<void> {
      const form = await readPlanForm(view);
      if (!gone) setStart(form);
    }
    void read();
    return () => {
      gone = true;
    };
  }, [view]);
  if (!start) return <LoadingLines lines={10} />;
  return (
    <PlanFormView
      start={start}
      reorganisationId={view.id}
      pending={act.pending}
      problem={act.problem}
      onSave={async (body) => {
        const result = await act.send({
          params: { reorganisationId: view.id },
          body: { ...body, version: view.version },
        });
        if (!result?.ok) return false;
        await saved(view.id);
        return true;
      }}
    />
  );
}

function Head({ title }: { readonly title: string }): ReactElement {
  const { reorganisation } = useText();
  return (
    <div className={styles["head"]}>
      <div>
        <p className={styles["quiet"]}>
          <Link to="/reorganisation" className={styles["back"]}>
            {reorganisation.title}
          </Link>
        </p>
        <h1>{title}</h1>
        <p className={styles["quiet"]}>{reorganisation.intro}</p>
      </div>
    </div>
  );
}

/** After keeping: everything read of plans is read anew, and the plan's own page opens. */
function useSaved() {
  const { form } = useText().reorganisation;
  const navigate = useNavigate();
  return async (reorganisationId: string): Promise<void> => {
    showToast({ text: form.saved });
    await forgetReorganisations();
    await navigate({ to: "/reorganisation/$reorganisationId", params: { reorganisationId } });
  };
}
