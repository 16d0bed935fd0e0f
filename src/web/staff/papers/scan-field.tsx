import { Button } from "@mantine/core";
import { type FormEvent, type ReactElement, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { announce } from "#web/ui/announcer.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import styles from "./papers.module.css";
import { useScanner } from "./use-scanner.ts";

interface Props {
  readonly label: string;
  /** Takes what was scanned. @returns what is said of it */
  readonly onScan: (code: string) => string | Promise<string>;
}

/**
 * Where a scanner writes: a code and Enter. The field is empty again at once, for the next one; a scanner is heard also while
 * the focus is elsewhere on the page.
 */
export function ScanField({ label, onScan }: Props): ReactElement {
  const { papers: text } = useText();
  const [typed, setTyped] = useState("");
  const [said, setSaid] = useState("");
  const input = useRef<HTMLInputElement>(null);
  function take(code: string): void {
    const answer = onScan(code);
    if (typeof answer === "string") say(answer);
    else void answer.then(say);
  }
  function say(answer: string): void {
    setSaid(answer);
    announce(answer);
  }
  function submit(event: FormEvent): void {
    event.preventDefault();
    const code = typed.trim();
    if (code === "") return;
    take(code);
    setTyped("");
  }
  useScanner(input, (code) => take(code.trim()));
  return (
    <form onSubmit={submit}>
      <div className={styles["scan"]}>
        <TextField
          ref={input}
          label={label}
          value={typed}
          onChange={setTyped}
          data-autofocus
          maxLength={60}
        />
        <Button type="submit" variant="default">
          {text.take}
        </Button>
      </div>
      <p className={styles["said"]}>{said}</p>
    </form>
  );
}
