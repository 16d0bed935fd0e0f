import type { HolderRef, HolderView } from "#contract/custody.ts";
import { Link } from "@tanstack/react-router";
import type { ReactElement, ReactNode } from "react";
import styles from "./papers.module.css";

interface Props {
  readonly holder: HolderView;
  readonly children: ReactNode;
}

/** Leads to all that a person or place of this program holds; to nothing for the citizen and those without an account. */
export function HolderLink({ holder, children }: Props): ReactElement | null {
  const ref = refOf(holder);
  return (
    ref && (
      <Link to="/papers/holders/$kind/$id" params={ref} className={styles["code"]}>
        {children}
      </Link>
    )
  );
}

/** @returns null of the citizen, of a container and of somebody without an account */
export function refOf({ kind, id }: HolderView): HolderRef | null {
  if (kind === "citizen" || kind === "container" || kind === "outsider") return null;
  return id === null ? null : { kind, id };
}
