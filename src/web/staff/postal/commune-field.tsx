import { findAddresses } from "#contract/map.ts";
import { Button } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { useRead } from "../use-read.ts";
import styles from "./postal.module.css";

const TYPING_PAUSE_MS = 400;
const ASK_FROM_LENGTH = 6;
const ASK_MAX_LENGTH = 200;

interface Props {
  readonly address: string;
  readonly communeCode: string;
  readonly onChange: (address: string, communeCode: string) => void;
  readonly problem?: string | undefined;
}

/** An address with its commune of today: an old one is brought to what it is called now. */
export function CommuneField({ address, communeCode, onChange, problem }: Props): ReactElement {
  const { postal: text } = useText();
  const [asked] = useDebouncedValue(address.trim(), TYPING_PAUSE_MS);
  const wanted = communeCode === "" && asked.length >= ASK_FROM_LENGTH && asked.length <= ASK_MAX_LENGTH;
  const read = useRead(findAddresses, { query: { q: asked } }, { enabled: wanted });
  const offers = wanted ? (read.data?.offers ?? []) : [];
  return (
    <div className={styles["form"]}>
      <TextField
        label={text.address}
        value={address}
        onChange={(typed) => onChange(typed, "")}
        maxLength={500}
        required
        problem={problem}
        hint={communeCode === "" ? text.communeHint : undefined}
      />
      {offers.length > 0 && (
        <div role="group" aria-label={text.commune} className={styles["acts"]}>
          {offers.map((offer) => (
            <Button
              key={offer.communeCode}
              variant="default"
              size="compact-sm"
              onClick={() => onChange(offer.address, offer.communeCode)}
            >
              {`${offer.communeName}, ${offer.provinceName}`}
            </Button>
          ))}
        </div>
      )}
    </div>
  );
}
