import { createPlace } from "#contract/places.ts";
import { PARENT_FIELD, type PlaceKind, type PlaceValues } from "#domain/unit/place.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { Panel } from "#web/ui/panel.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { useAct } from "../use-act.ts";
import { today } from "./as-of.tsx";
import { type PlaceForm, PlaceFormView } from "./place-form.tsx";
import { forgetPlaces } from "./use-places.ts";

/** With what the form of a new place begins. */
export interface Prefilled {
  /** Key of the place that it hangs below. */
  readonly parent?: string;
  readonly name?: string;
  readonly validFrom?: string;
  readonly values?: PlaceValues;
}

interface Props {
  readonly kind: PlaceKind;
  readonly prefilled: Prefilled;
  readonly onCancel: () => void;
  readonly onAdded: (key: string) => void;
}

export function AddPlace({ kind, prefilled, onCancel, onAdded }: Props): ReactElement {
  const text = useText();
  const act = useAct(createPlace);

  async function submit({ key, reason, ...form }: PlaceForm): Promise<void> {
    const result = await act.send({
      body: {
        kind,
        ...(key.trim() !== "" && { key }),
        name: form.name,
        validFrom: form.validFrom,
        validTo: form.validTo.trim() === "" ? null : form.validTo,
        values: form.values,
        reason,
      },
    });
    if (!result?.ok) return;
    await forgetPlaces();
    showToast({ text: text.places.form.added });
    onAdded(result.value.key);
  }

  return (
    <Panel id="add-place" title={text.places.form.addTitle(text.places.kinds[kind])}>
      <PlaceFormView
        kind={kind}
        start={startOf(kind, prefilled)}
        names={{}}
        isNew
        pending={act.pending}
        problem={act.problem}
        onSubmit={(form) => void submit(form)}
        onCancel={onCancel}
      />
    </Panel>
  );
}

function startOf(kind: PlaceKind, { parent, name, validFrom, values }: Prefilled): PlaceForm {
  const field = PARENT_FIELD[kind];
  return {
    key: "",
    name: name ?? "",
    validFrom: validFrom ?? today(),
    validTo: "",
    values: values ?? (field !== null && parent !== undefined ? { [field]: parent } : {}),
    reason: "",
  };
}
