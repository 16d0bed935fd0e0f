import type { readManifest } from "#contract/custody.ts";
import { NativeSelect } from "@mantine/core";
import type { ReactElement } from "react";
import type { Static } from "typebox";
import { useText } from "#web/text/use-text.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { PhotoField, type TakenPhoto } from "./photo-field.tsx";

const DAMAGES = ["none", "torn", "sealBroken", "sealDiffers"] as const;

/** What is wrong with one of the things that are taken over, as it is written down. */
export interface Damage extends TakenPhoto {
  readonly kind: (typeof DAMAGES)[number];
  readonly position: number | null;
  readonly note: string;
}

export const NO_DAMAGE: Damage = {
  kind: "none",
  position: null,
  note: "",
  photo: null,
  shrinking: false,
};

/** Whether nothing is missing of it. */
export function isWhole({ kind, note, shrinking }: Damage): boolean {
  return kind === "none" || (note.trim() !== "" && !shrinking);
}

/**
 * The damage as a difference, its photo kept before.
 *
 * @returns null when the photo could not be kept; nothing of the form is lost
 */
export async function damageWith(
  { kind, position, note, photo }: Damage,
  keep: (photo: Blob) => Promise<string | null>,
) {
  if (kind === "none") return [];
  const photoFileId = photo && (await keep(photo));
  if (photo && photoFileId === null) return null;
  return [
    {
      kind,
      ...(position !== null && { position }),
      note: note.trim(),
      ...(photoFileId !== null && { photoFileId }),
    },
  ];
}

interface Props {
  readonly lines: Static<typeof readManifest.response>["lines"];
  /** The line that is meant unless another is chosen: the first that was counted. */
  readonly first: number | null;
  readonly damage: Damage;
  /** Only what changes: a photo is ready later than what is typed meanwhile. */
  readonly onChange: (change: Partial<Damage>) => void;
}

/** Whole as a rule; torn, with a broken or another seal: which one, in words, with a photo. */
export function DamageFields({ lines, first, damage, onChange }: Props): ReactElement {
  const { papers: text } = useText();
  const position = damage.position ?? first;
  return (
    <>
      <NativeSelect
        label={text.damage}
        value={damage.kind}
        onChange={(event) => {
          const kind = DAMAGES.find((one) => one === event.currentTarget.value) ?? "none";
          onChange({ kind, position });
        }}
        data={DAMAGES.map((value) => ({
          value,
          label: value === "none" ? text.noDamage : text.differenceKinds[value],
        }))}
      />
      {damage.kind !== "none" && (
        <>
          <NativeSelect
            label={text.damagedOne}
            value={String(position)}
            onChange={(event) => onChange({ position: Number(event.currentTarget.value) })}
            data={lines.map((line) => ({ value: String(line.position), label: line.view.code }))}
          />
          <TextField
            label={text.note}
            value={damage.note}
            onChange={(note) => onChange({ note })}
            maxLength={500}
            required
          />
          <PhotoField taken={damage} onChange={onChange} />
        </>
      )}
    </>
  );
}
