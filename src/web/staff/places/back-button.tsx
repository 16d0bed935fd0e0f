import { Button } from "@mantine/core";
import { type ReactElement, useEffect, useRef } from "react";
import { useText } from "#web/text/use-text.ts";
import styles from "./places.module.css";

interface Props {
  readonly onBack: () => void;
}

/**
 * The way back to the list. Where list and place stand side by side there is none; where the place takes the list's
 * room, the focus comes here, since the line that was pressed is gone.
 */
export function BackButton({ onBack }: Props): ReactElement {
  const text = useText();
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (button.current === null || button.current.offsetParent === null) return;
    window.scrollTo({ top: 0 });
    button.current.focus({ preventScroll: true });
  }, []);
  return (
    <Button ref={button} variant="subtle" className={styles["back"] ?? ""} onClick={onBack}>
      {text.places.detail.back}
    </Button>
  );
}
