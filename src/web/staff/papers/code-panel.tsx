import { confirmByCode } from "#contract/custody.ts";
import { sendCodeAgain } from "#contract/outsiders.ts";
import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { forgetPapers } from "./forget-papers.ts";
import styles from "./papers.module.css";

const CODE_LENGTH = 6;

/** The code that the receiver without an account got by text message; told here it is the receiver's signature. */
export function CodePanel({ manifestId }: { readonly manifestId: string }): ReactElement {
  const { outsider, accepted } = useText().papers;
  const act = useAct(confirmByCode);
  const again = useAct(sendCodeAgain);
  const [code, setCode] = useState("");
  const [short, setShort] = useState(false);
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    setShort(code.length !== CODE_LENGTH);
    if (code.length !== CODE_LENGTH) return;
    const result = await act.send({ params: { manifestId }, body: { code } });
    setCode("");
    if (!result?.ok) return;
    showToast({ text: accepted(result.value.accepted, 0) });
    await forgetPapers();
  }
  async function sendAgain(): Promise<void> {
    act.clearProblem();
    const result = await again.send({ params: { manifestId } });
    if (!result?.ok) return;
    setCode("");
    showToast({ text: outsider.codeSent });
  }
  return (
    <Panel title={outsider.codeTitle}>
      <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <TextField
          label={outsider.code}
          hint={outsider.codeHint}
          value={code}
          onChange={(typed) => setCode(typed.replace(/\D/g, "").slice(0, CODE_LENGTH))}
          problem={short && code.length !== CODE_LENGTH ? outsider.codeShort : undefined}
          inputMode="numeric"
          autoComplete="one-time-code"
        />
        {act.problem && <ProblemNotice problem={act.problem} />}
        {again.problem && <ProblemNotice problem={again.problem} />}
        <div className={styles["acts"]}>
          <Button type="submit" loading={act.pending}>
            {outsider.confirm}
          </Button>
          <Button variant="default" loading={again.pending} onClick={() => void sendAgain()}>
            {outsider.again}
          </Button>
        </div>
      </form>
    </Panel>
  );
}
