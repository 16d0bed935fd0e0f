import type { ReactElement, ReactNode } from "react";
import styles from "./dialog-acts.module.css";

/**
 * The buttons of a dialog's form, at its foot and always in sight.
 * @example <DialogActs><Button type="submit">{text.submit}</Button></DialogActs>
 */
export function DialogActs({ children }: { readonly children: ReactNode }): ReactElement {
  return <div className={styles["acts"]}>{children}</div>;
}
