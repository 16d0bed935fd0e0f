import type { ReactElement, ReactNode } from "react";
import styles from "./panel.module.css";

interface Props {
  readonly title: ReactNode;
  /** The place of the heading in the page's outline. */
  readonly level?: 2 | 3;
  readonly id?: string;
  /** Small things to do, at the right of the heading. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}

/** A titled region of a page: a card with its heading. */
export function Panel({ title, level = 2, id, actions, children }: Props): ReactElement {
  const Heading = level === 2 ? "h2" : "h3";
  return (
    <section
      className={styles["panel"]}
      {...(id === undefined ? {} : { id, "aria-labelledby": `${id}-title` })}
    >
      <header className={styles["head"]}>
        <Heading
          className={styles["title"]}
          {...(id === undefined ? {} : { id: `${id}-title`, tabIndex: -1 })}
        >
          {title}
        </Heading>
        {actions !== undefined && <div className={styles["actions"]}>{actions}</div>}
      </header>
      {children}
    </section>
  );
}
