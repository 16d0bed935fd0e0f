import { type HolderView, listHoldings } from "#contract/custody.ts";
import { openCustodyPlace } from "#contract/custody-places.ts";
import { CUSTODY_PLACE_KINDS } from "#domain/custody/terms.ts";
import { Button, NativeSelect } from "@mantine/core";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { DialogActs } from "#web/ui/dialog-acts.tsx";
import { Dialog } from "#web/ui/dialog.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useAct } from "../use-act.ts";
import { useRead } from "../use-read.ts";
import { forgetPapers } from "./forget-papers.ts";
import styles from "./papers.module.css";

/** The houses in which somebody has a desk; a place belongs to one of them. */
const HOUSES: readonly string[] = ["unit", "agency", "postOffice"];
const NAME_MIN = 2;
type PlaceKind = (typeof CUSTODY_PLACE_KINDS)[number];

function houseOf({ kind, id, name }: HolderView): { readonly value: string; readonly label: string }[] {
  return id !== null && HOUSES.includes(kind) ? [{ value: id, label: name }] : [];
}

/** Opens a place in the charge of whoever opens it. */
export function OpenPlaceDialog({ onClose }: { readonly onClose: () => void }): ReactElement {
  const { papers: text } = useText();
  const act = useAct(openCustodyPlace);
  const own = useRead(listHoldings, { query: {} });
  const houses = (own.data?.holders ?? []).flatMap(({ holder }) => houseOf(holder));
  const [kind, setKind] = useState<PlaceKind>("shelf");
  const [name, setName] = useState("");
  const [code, setCode] = useState("");
  const [chosen, setChosen] = useState<string | null>(null);
  const belongsTo = chosen ?? houses[0]?.value;
  async function submit(event: FormEvent): Promise<void> {
    event.preventDefault();
    if (belongsTo === undefined) return;
    const typed = code.trim();
    const result = await act.send({
      body: { kind, name: name.trim(), belongsTo, ...(typed !== "" && { code: typed }) },
    });
    if (!result?.ok) return;
    showToast({ text: text.places.opened(name.trim(), result.value.code) });
    await forgetPapers();
    onClose();
  }
  const problem = act.problem ?? own.problem;
  return (
    <Dialog opened onClose={onClose} title={text.places.open}>
      <form className={styles["form"]} onSubmit={(event) => void submit(event)} noValidate>
        <p className={styles["quiet"]}>{text.places.openHint}</p>
        <KindField kind={kind} onChange={setKind} />
        <TextField
          label={text.places.name}
          hint={text.places.nameHint}
          value={name}
          onChange={setName}
          maxLength={200}
          lang="vi"
          required
          data-autofocus
        />
        <NativeSelect
          label={text.places.belongsTo}
          value={belongsTo ?? ""}
          onChange={(event) => setChosen(event.currentTarget.value)}
          data={houses}
        />
        <TextField
          label={text.labelCode}
          hint={text.labelCodeHint}
          value={code}
          onChange={setCode}
          maxLength={40}
        />
        {problem && <ProblemNotice problem={problem} />}
        <DialogActs>
          <Button variant="default" onClick={onClose}>
            {text.cancel}
          </Button>
          <Button
            type="submit"
            loading={act.pending}
            disabled={name.trim().length < NAME_MIN || belongsTo === undefined}
          >
            {text.places.open}
          </Button>
        </DialogActs>
      </form>
    </Dialog>
  );
}

interface KindProps {
  readonly kind: PlaceKind;
  readonly onChange: (kind: PlaceKind) => void;
}

function KindField({ kind, onChange }: KindProps): ReactElement {
  const { papers: text } = useText();
  return (
    <NativeSelect
      label={text.kind}
      value={kind}
      onChange={({ currentTarget: { value } }) =>
        onChange(CUSTODY_PLACE_KINDS.find((one) => one === value) ?? "shelf")
      }
      data={CUSTODY_PLACE_KINDS.map((one) => ({ value: one, label: text.places.kinds[one] }))}
    />
  );
}
