import { type AddressOffer, findAddresses } from "#contract/map.ts";
import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useRef } from "react";
import { tidyText } from "#domain/shared/vietnamese-text.ts";
import { useText } from "#web/text/use-text.ts";
import { announce } from "#web/ui/announcer.tsx";
import { useRead } from "../use-read.ts";

/** Nobody types a whole address within this; while the person types, nothing is asked. */
const TYPING_PAUSE_MS = 400;
/** Shorter than any commune with its district. */
const ASK_FROM_LENGTH = 8;
const ASK_MAX_LENGTH = 200;

/**
 * The communes of today that an address of before means; none when it is of today already, when it says too little,
 * or when the server does not answer: an offer is never waited for and never an error.
 */
export function useAddressOffer(address: string, communeCode: string): readonly AddressOffer[] {
  const text = useText();
  const typed = tidyText(address);
  const [asked] = useDebouncedValue(typed, TYPING_PAUSE_MS);
  const wanted = communeCode === "" && asked.length >= ASK_FROM_LENGTH && asked.length <= ASK_MAX_LENGTH;
  const read = useRead(findAddresses, { query: { q: asked } }, { enabled: wanted });
  const offers = wanted && asked === typed ? offersToShow(read.data?.offers ?? []) : NONE;
  const first = offers[0]?.address;
  const spoken = useRef<string>(undefined);
  useEffect(() => {
    if (first === spoken.current) return;
    spoken.current = first;
    if (first !== undefined) announce(text.intake.addressOffered(first));
  }, [first, text]);
  return offers;
}

const NONE: readonly AddressOffer[] = [];

/** Nothing when the likeliest reading is an address of today: there is nothing to bring up to date. */
function offersToShow(offers: readonly AddressOffer[]): readonly AddressOffer[] {
  return offers[0]?.was == null ? NONE : offers;
}
