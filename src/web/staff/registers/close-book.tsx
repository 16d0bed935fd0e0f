import { type RegisterYear, closeRegister } from "#contract/registers.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { Dialog } from "#web/ui/dialog.tsx";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { useSession, mayUse } from "../session/session.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import styles from "./registers.module.css";
import { forgetRegisters } from "./use-registers.ts";

interface Props {
  readonly year: RegisterYear;
  readonly fields: readonly string[];
}

/** The head closes the chosen fields as one register; to others, and before its time, it is said why not. */
export function CloseBook({ year, fields }: Props): ReactElement | null {
  const { closing: text } = useText().registers;
  const [asking, setAsking] = useState(false);
  const isHead = mayUse(useSession(), "register.close");
  const chosen = year.books.filter(({ fieldCode }) => fields.includes(fieldCode));
  if (chosen.some(({ closingId }) => closingId !== null)) return null;
  const barred = isHead ? text.notYet(year.year) : text.notHead;
  return (
    <>
      <Button size="compact-md" disabled={!year.mayClose} onClick={() => setAsking(true)}>
        {text.button}
      </Button>
      {!year.mayClose && <span className={styles["quiet"]}>{barred}</span>}
      {asking && (
        <CloseDialog
          year={year}
          fields={chosen.map(({ fieldCode }) => fieldCode)}
          names={chosen.map(({ fieldName }) => fieldName).join("; ")}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  );
}

interface DialogProps extends Props {
  readonly names: string;
  readonly onClose: () => void;
}

function CloseDialog({ year: { unitId, year }, fields, names, onClose }: DialogProps): ReactElement {
  const { registers, common } = useText();
  const { closing: text } = registers;
  const act = useAct(closeRegister);
  async function close(): Promise<void> {
    const result = await act.send({ body: { unitId, year, fields: [...fields] } });
    if (!result?.ok) return;
    onClose();
    showToast({ text: text.done });
    await forgetRegisters();
  }
  return (
    <Dialog opened onClose={onClose} title={text.title(year)}>
      <div className={styles["stack"]}>
        <p className={styles["flat"]}>{text.body(names)}</p>
        {act.problem && <ProblemNotice problem={act.problem} />}
        <DialogActs>
          <Button loading={act.pending} onClick={() => void close()} data-autofocus>
            {text.submit}
          </Button>
          <Button variant="default" onClick={onClose}>
            {common.cancel}
          </Button>
        </DialogActs>
      </div>
    </Dialog>
  );
}
