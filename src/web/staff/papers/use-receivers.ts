import type { HolderRef } from "#contract/custody.ts";
import { type ReceiverView, findReceivers } from "#contract/receivers.ts";
import { useDebouncedValue } from "@mantine/hooks";
import { useState } from "react";
import type { SearchOption } from "#web/ui/search-select.tsx";
import { useRead } from "../use-read.ts";

const TYPING_MS = 250;

/**
 * Whom things may be handed to: the first of all until something is typed, then those that fit it, since a province has
 * more than a list shows. Who is chosen stays among the options whatever is typed later.
 *
 * @param meant who receives it, as long as nobody else is chosen
 * @param only of this kind; left out, people and places
 */
export function useReceivers(meant: HolderRef | undefined, only?: HolderRef["kind"]) {
  const [typed, setTyped] = useState("");
  const [asked] = useDebouncedValue(typed.trim(), TYPING_MS);
  const [to, setTo] = useState(meant ? `${meant.kind}:${meant.id}` : "");
  const [chosen, setChosen] = useState<SearchOption | null>(null);
  const read = useRead(findReceivers, { query: asked === "" ? {} : { q: asked } }, { keepPrevious: true });
  const found = (read.data?.receivers ?? [])
    .filter(({ kind }) => only === undefined || kind === only)
    .flatMap(optionOf);
  return {
    to,
    problem: read.problem,
    options:
      chosen === null || found.some(({ value }) => value === chosen.value) ? found : [...found, chosen],
    onType: setTyped,
    onChange: (value: string) => {
      setTo(value);
      setChosen(found.find((option) => option.value === value) ?? null);
    },
  };
}

function optionOf({ kind, id, name, responsible, place }: ReceiverView): SearchOption[] {
  if (id === null) return [];
  const beside = responsible ?? place;
  return [{ value: `${kind}:${id}`, label: beside === null ? name : `${name} (${beside})` }];
}
