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
export function isWhole({ kind, note, photo }: Damage): boolean {
  return kind === "none" || (note.trim() !== "" && photo !== null);
}

type Kept = Awaited<ReturnType<typeof damageWith>>;

/**
 * Every damage as a difference, its photo kept before.
 *
 * @returns null when a photo could not be kept; nothing of the form is lost
 */
export async function damagesWith(
  damages: readonly Damage[],
  keep: (photo: Blob) => Promise<string | null>,
): Promise<readonly NonNullable<Kept>[] | null> {
  const kept = [];
  for (const damage of damages.filter(({ kind }) => kind !== "none")) {
    const one = await damageWith(damage, keep);
    if (one === null) return null;
    kept.push(one);
  }
  return kept;
}

async function damageWith(
  { kind, position, note, photo }: Damage,
  keep: (photo: Blob) => Promise<string | null>,
) {
  if (kind === "none") return null;
  const photoFileId = photo && (await keep(photo));
  if (photo && photoFileId === null) return null;
  return {
    kind,
    ...(position !== null && { position }),
    note: note.trim(),
    ...(photoFileId !== null && { photoFileId }),
  };
}

interface Props {
  /** The lines that were counted: what is missing cannot be seen to be torn. */
  readonly lines: Static<typeof readManifest.response>["lines"];
  readonly damage: Damage;
  /** Only what changes: a photo is ready later than what is typed meanwhile. */
  readonly onChange: (change: Partial<Damage>) => void;
  /** The form was sent once: what is missing is said beside its field. */
  readonly asked: boolean;
}

/** Whole as a rule; torn, with a broken or another seal: which one, in words, with a photo. */
export function DamageFields({ lines, damage, onChange, asked }: Props): ReactElement {
  const { papers: text } = useText();
  const position = damage.position ?? lines[0]?.position ?? null;
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
            problem={asked && damage.note.trim() === "" ? text.noteMissing : undefined}
          />
          <PhotoField
            taken={damage}
            onChange={onChange}
            problem={asked && damage.photo === null && !damage.shrinking ? text.photoMissing : undefined}
          />
        </>
      )}
    </>
  );
}
