import type { PartOfView } from "#contract/linked.ts";
import { Link } from "@tanstack/react-router";
import type { ReactElement } from "react";
import { useLanguage, useText } from "#web/text/use-text.ts";
import { Notice } from "#web/ui/notice.tsx";
import styles from "./linked.module.css";

/** Says of a part which whole it belongs to, and that the citizen has the code of that one. */
export function PartOfLine({ partOf }: { readonly partOf: PartOfView }): ReactElement {
  const { partOf: text } = useText().linked;
  const language = useLanguage();
  const { dossierId, code, procedureName, name, readable } = partOf;
  return (
    <Notice tone="info" title={text.of(name[language])}>
      {readable ? (
        <Link to="/dossiers/$dossierId" params={{ dossierId }} className={styles["link"]}>
          {code}
        </Link>
      ) : (
        <span className={styles["code"]}>{code}</span>
      )}
      {", "}
      <span lang="vi">{procedureName}</span>. {text.note}
    </Notice>
  );
}
