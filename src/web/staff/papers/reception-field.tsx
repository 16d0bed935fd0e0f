import type { readManifest } from "#contract/custody.ts";
import { Radio } from "@mantine/core";
import type { ReactElement } from "react";
import type { Static } from "typebox";
import { useText } from "#web/text/use-text.ts";

type Found = Static<typeof readManifest.response>;
export type Reception = Found["receptions"][number];

interface Props {
  readonly found: Found;
  readonly chosen: Reception | null;
  readonly onChange: (reception: Reception) => void;
  /** The form was sent once: what is missing is said. */
  readonly asked: boolean;
}

/** Whether it is clear as what the post hands things over: the taker says it only where both may be. */
export function isChosen({ receptions }: Found, chosen: Reception | null): boolean {
  return receptions.length < 2 || chosen !== null;
}

/** As what the post hands things over, where both may be; nothing anywhere else. */
export function ReceptionField({ found, chosen, onChange, asked }: Props): ReactElement | null {
  const { papers: text } = useText();
  if (found.receptions.length < 2) return null;
  return (
    <Radio.Group
      label={text.receptionTitle}
      value={chosen}
      error={asked && chosen === null ? text.receptionMissing : undefined}
      onChange={(value) => {
        const reception = found.receptions.find((one) => one === value);
        if (reception) onChange(reception);
      }}
    >
      {found.receptions.map((reception) => (
        <Radio key={reception} value={reception} label={text.receptions[reception]} mt="xs" />
      ))}
    </Radio.Group>
  );
}
