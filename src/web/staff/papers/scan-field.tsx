import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { announce } from "#web/ui/announcer.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import styles from "./papers.module.css";

interface Props {
  readonly label: string;
  /** Takes what was scanned. @returns what is said of it */
  readonly onScan: (code: string) => string;
}

/** Where a scanner writes: a code and Enter. The field is empty again at once, for the next one. */
export function ScanField({ label, onScan }: Props): ReactElement {
  const { papers: text } = useText();
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState("");
  function submit(event: FormEvent): void {
    event.preventDefault();
    const code = typed.trim();
    if (code === "") return;
    const answer = onScan(code);
    setSaid(answer);
    announce(answer);
    setTyped("");
  }
  return (
    <form onSubmit={submit}>
      <div className={styles["scan"]}>
        <TextField label={label} value={typed} onChange={setTyped} data-autofocus maxLength={60} />
        <Button type="submit" variant="default">
          {text.take}
        </Button>
      </div>
      <p className={styles["said"]}>{said}</p>
    </form>
  );
}
