import type { PersonView, Slip } from "#contract/people.ts";
import { Button } from "@mantine/core";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EndContractDialog } from "./end-dialog.tsx";
import { ExtendDialog } from "./extend-dialog.tsx";
import styles from "./people.module.css";
import { ResetDialog } from "./reset-dialog.tsx";
import { SlipDialog } from "./slip-dialog.tsx";

interface Props {
  readonly view: PersonView;
}

type Open = "end" | "extend" | "reset" | null;

/** What an administrator may do with a contract: end it, let it go on, give the password anew. */
export function PersonActs({ view }: Props): ReactElement {
  const { page } = useText().people;
  const [open, setOpen] = useState<Open>(null);
  const [slip, setSlip] = useState<Slip | null>(null);
  const ended = view.person.state === "ended";
  const close = () => setOpen(null);
  return (
    <div className={styles["acts"]}>
      {!ended && (
        <Button variant="default" onClick={() => setOpen("reset")}>
          {page.reset}
        </Button>
      )}
      {view.person.validTo !== null && (
        <Button variant="default" onClick={() => setOpen("extend")}>
          {page.extend}
        </Button>
      )}
      {!ended && (
        <Button color="red" variant="light" onClick={() => setOpen("end")}>
          {page.end}
        </Button>
      )}
      {open === "end" && <EndContractDialog view={view} onClose={close} />}
      {open === "extend" && <ExtendDialog view={view} onClose={close} />}
      {open === "reset" && (
        <ResetDialog
          view={view}
          onClose={close}
          onReset={(made) => {
            close();
            setSlip(made);
          }}
        />
      )}
      {slip && <SlipDialog slip={slip} onClose={() => setSlip(null)} />}
    </div>
  );
}
