import { type RegisterYear, setUnitPhone } from "#contract/registers.ts";
import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { mayUse, useSession } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import styles from "./registers.module.css";
import { forgetRegisters } from "./use-registers.ts";

/** The telephone that forms of the unit print: the head says it, others read it. */
export function UnitPhone({ year: { unitId, phone } }: { readonly year: RegisterYear }): ReactElement {
  const { phone: text } = useText().registers;
  const act = useAct(setUnitPhone);
  const [typed, setTyped] = useState(phone ?? "");
  const may = mayUse(useSession(), "register.close");
  async function save(event: FormEvent<HTMLFormElement>): Promise<void> {
    event.preventDefault();
    const result = await act.send({ params: { unitId }, body: { phone: typed.trim() } });
    if (!result?.ok) return;
    showToast({ text: text.saved });
    await forgetRegisters();
  }
  return (
    <Panel id="unit-phone" title={text.title}>
      {may ? (
        <form className={styles["tools"]} onSubmit={(event) => void save(event)} noValidate>
          <TextField label={text.label} hint={text.hint} value={typed} onChange={setTyped} type="tel" />
          <Button type="submit" variant="default" loading={act.pending}>
            {text.save}
          </Button>
          {act.problem && <ProblemNotice problem={act.problem} />}
        </form>
      ) : (
        <p className={styles["flat"]}>{phone ?? text.none}</p>
      )}
    </Panel>
  );
}
