import type { AddressOffer } from "#contract/map.ts";
import { type KeyboardEvent, type ReactElement, useId, useRef } from "react";
import { useText } from "#web/text/use-text.ts";
import { TextField } from "#web/ui/text-field.tsx";
import { showToast } from "#web/ui/toasts.tsx";
import { useShortcut } from "#web/ui/use-shortcut.ts";
import { AddressOffers } from "./address-offers.tsx";
import type { PersonFields } from "./intake-form.ts";
import { keptCommune } from "./kept-commune.ts";
import { useAddressOffer } from "./use-address-offer.ts";
import type { FieldProps } from "./use-intake.ts";

type Address = Pick<PersonFields, "address" | "communeCode">;

interface Props {
  readonly value: Address;
  readonly onChange: (address: Address) => void;
  readonly field: FieldProps;
}

/**
 * One line for an address, as it is typed or scanned. For an address of before the merger the one of today is offered
 * below; nothing changes by itself, and the Tab key passes the offers by.
 */
export function AddressField({ value, onChange, field }: Props): ReactElement {
  const text = useText();
  const offersId = useId();
  const place = useRef<HTMLDivElement>(null);
  const offers = useAddressOffer(value.address, value.communeCode);
  const focusField = () => place.current?.querySelector("input")?.focus();

  function take(offer: AddressOffer): void {
    const { address, communeCode } = value;
    onChange({ address: offer.address, communeCode: offer.communeCode });
    // From the scanner's field the hands stay where they are.
    if (place.current?.contains(document.activeElement)) focusField();
    showToast({
      text: text.intake.addressTaken(offer.address),
      action: { label: text.intake.addressUndo, run: () => onChange({ address, communeCode }) },
    });
  }

  function takeFirst(): void {
    const [first] = offers;
    if (first !== undefined) take(first);
  }
  useShortcut({ key: "Enter", alt: true }, takeFirst, offers.length > 0);

  function onKeyDown(event: KeyboardEvent): void {
    if (offers.length === 0) return;
    if (event.key === "Enter" && event.altKey) takeFirst();
    else if (event.key === "ArrowDown" && !event.altKey)
      place.current?.querySelector<HTMLElement>("[data-offer]")?.focus();
    else return;
    event.preventDefault(); // Handled here: another person's offer on the page stays as it is.
  }

  return (
    <div ref={place}>
      <TextField
        label={text.intake.address}
        required
        value={value.address}
        onChange={(address) => onChange({ address, communeCode: keptCommune(value, address) })}
        onKeyDown={onKeyDown}
        aria-keyshortcuts={offers.length > 0 ? "Alt+Enter ArrowDown" : undefined}
        aria-details={offers.length > 0 ? offersId : undefined}
        {...field}
      />
      <AddressOffers id={offersId} offers={offers} onTake={take} onLeave={focusField} />
    </div>
  );
}
