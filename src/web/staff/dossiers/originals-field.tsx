import type { DossierView } from "#contract/dossiers.ts";
import { Checkbox } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import styles from "./signature.module.css";

/** The papers whose originals are still here. */
export function heldOriginals({ items }: Pick<DossierView, "items">): DossierView["items"] {
  return items.filter(
    ({ kind, originals, originalsBack, shown, holder }) =>
      kind === "paper" &&
      !shown &&
      originals > 0 &&
      !originalsBack &&
      holder !== null &&
      holder.kind !== "citizen",
  );
}

interface Props {
  readonly dossier: Pick<DossierView, "items">;
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
  readonly hint: string;
}

/** Which originals go back to the citizen now; what is not ticked is noted as staying here. */
export function OriginalsField({ dossier, chosen, onChange, hint }: Props): ReactElement | null {
  const { originals: text } = useText().turns;
  const held = heldOriginals(dossier);
  if (held.length === 0) return null;
  const toggle = (id: string) =>
    onChange(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <fieldset className={styles["field"]}>
      <legend>{text.title}</legend>
      <p className={styles["hint"]}>{hint}</p>
      {held.map(({ itemId, name, originals }) => (
        <Checkbox
          key={itemId}
          label={<span lang="vi">{text.of(name, originals)}</span>}
          checked={chosen.includes(itemId)}
          onChange={() => toggle(itemId)}
        />
      ))}
    </fieldset>
  );
}
