import { Group, Radio, Stack } from "@mantine/core";
import type { ReactElement } from "react";
import styles from "./choice.module.css";

interface Props<Value extends string> {
  readonly label: string;
  readonly options: readonly { readonly value: Value; readonly label: string }[];
  readonly value: Value | null;
  readonly onChange: (value: Value) => void;
  readonly problem?: string | undefined;
  readonly required?: boolean;
  /** Side by side, for two or three short words. */
  readonly inline?: boolean;
}

/** One of a few, all in sight. */
export function Choice<Value extends string>({
  label,
  options,
  value,
  onChange,
  problem,
  required = false,
  inline = false,
}: Props<Value>): ReactElement {
  const Line = inline ? Group : Stack;
  return (
    <Radio.Group
      label={label}
      value={value ?? ""}
      onChange={(chosen) => {
        const known = options.find((option) => option.value === chosen);
        if (known) onChange(known.value);
      }}
      error={problem}
      required={required}
      classNames={{ error: styles["problem"] ?? "" }}
    >
      <Line mt={4} gap={inline ? "lg" : "xs"}>
        {options.map((option) => (
          <Radio
            key={option.value}
            value={option.value}
            label={option.label}
            aria-invalid={problem !== undefined}
            classNames={{ radio: styles["radio"] ?? "" }}
          />
        ))}
      </Line>
    </Radio.Group>
  );
}
