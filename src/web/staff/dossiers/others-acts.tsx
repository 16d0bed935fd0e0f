import { Button } from "@mantine/core";
import { type ReactElement, useId } from "react";
import { useText } from "#web/text/use-text.ts";
import { useSession } from "../session/session.ts";
import styles from "./acts-panel.module.css";
import type { OthersActs as Props } from "./offered-acts.ts";

/** Turns of other posts: what they are, and once for all of them whose. */
export function OthersActs({ roles, moves }: Props): ReactElement {
  const { lists, turns } = useText();
  const mine = useSession().roles;
  const id = useId();
  const names = roles.map((role) => lists.roles[role].toLowerCase());
  // Who holds such a post holds it at another place: the name of the post alone would explain nothing.
  const elsewhere = roles.some((role) => mine.includes(role));
  return (
    <div className={styles["others"]}>
      <p id={id} className={styles["words"]}>
        {elsewhere ? turns.others.ofPostElsewhere(names) : turns.others.ofPost(names)}
      </p>
      <div className={styles["buttons"]}>
        {moves.map((move) => (
          <Button key={move} size="compact-sm" variant="default" disabled aria-describedby={id}>
            {lists.moves[move]}
          </Button>
        ))}
      </div>
    </div>
  );
}
