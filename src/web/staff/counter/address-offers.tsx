import type { AddressOffer } from "#contract/map.ts";
import type { KeyboardEvent, ReactElement } from "react";
import { nameInLine } from "#domain/unit/unit-name.ts";
import { useText } from "#web/text/use-text.ts";
import { KeyCap } from "#web/ui/key-cap.tsx";
import styles from "./address-offers.module.css";

interface Props {
  readonly id: string;
  readonly offers: readonly AddressOffer[];
  readonly onTake: (offer: AddressOffer) => void;
  /** Back to the field above. */
  readonly onLeave: () => void;
}

/** What an old address is today. Reached by the arrows from the field, or by the mouse; never by Tab. */
export function AddressOffers({ id, offers, onTake, onLeave }: Props): ReactElement | null {
  const text = useText();
  if (offers.length === 0) return null;

  function onKeyDown(event: KeyboardEvent<HTMLElement>): void {
    const buttons = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-offer]")];
    const at = buttons.findIndex((button) => button === document.activeElement);
    if (event.key === "Escape" || (event.key === "ArrowUp" && at === 0)) onLeave();
    else if (event.key === "ArrowUp" || event.key === "ArrowDown")
      buttons[at + (event.key === "ArrowUp" ? -1 : 1)]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const was = offers[0]?.certain ? offers[0].was : null;
  return (
    <div
      id={id}
      className={styles["offers"]}
      onKeyDown={onKeyDown}
      role="group"
      aria-label={text.intake.addressOffers}
    >
      <p className={styles["lead"]}>
        {offers.length > 1 ? text.intake.addressNowOneOf : text.intake.addressNow}
      </p>
      {offers.map((offer, index) => (
        <button
          key={offer.communeCode}
          type="button"
          tabIndex={-1}
          data-offer
          className={styles["offer"]}
          onClick={() => onTake(offer)}
        >
          <span>{text.intake.addressOffer(offer.communeName, nameInLine(offer.provinceName))}</span>
          {index === 0 && <KeyCap>Alt ↵</KeyCap>}
        </button>
      ))}
      {was !== null && <p className={styles["was"]}>{text.intake.addressWas(was)}</p>}
    </div>
  );
}
