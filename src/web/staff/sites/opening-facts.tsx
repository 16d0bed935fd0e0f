import type { OpeningView } from "#contract/sites.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import type { Words } from "#web/text/words.ts";
import { Facts } from "#web/ui/facts.tsx";
import { PhotoStrip } from "./photo-strip.tsx";

/** What stood at a site on the day it opened. */
export function OpeningFacts({ opening }: { readonly opening: OpeningView }): ReactElement {
  const text = useText();
  const { page } = text.sites;
  const { address, counters, present, decision, photos } = opening;
  return (
    <>
      <Facts
        facts={[
          { label: page.address, value: <span lang="vi">{address}</span> },
          {
            label: page.countersThen,
            value: <span lang="vi">{counters.map(({ label }) => label).join(", ")}</span>,
          },
          { label: page.decal, value: decalWords(opening, text) },
          { label: page.equipment, value: <span lang="vi">{equipmentWords(opening, text)}</span> },
          ...(present === "" ? [] : [{ label: page.present, value: <span lang="vi">{present}</span> }]),
          ...(decision === null
            ? []
            : [
                {
                  label: page.decision,
                  value: (
                    <span lang="vi">
                      {text.mandates.page.decisionLine(
                        decision.number,
                        text.dates.shortDay(decision.issuedOn),
                        decision.issuer,
                      )}
                    </span>
                  ),
                },
              ]),
        ]}
      />
      <PhotoStrip photos={photos} about={page.opened} />
    </>
  );
}

function decalWords({ decal, decalSince }: OpeningView, { sites: { page }, dates }: Words): string {
  if (!decal) return page.decalNo;
  return decalSince === null ? page.decalYes : page.decalSince(dates.shortDay(decalSince));
}

/** @example "2 máy tính, 1 máy quét; bảng hướng dẫn quét mã" */
function equipmentWords({ equipment, otherEquipment }: OpeningView, { sites }: Words): string {
  const counted = equipment.map(({ kind, count }) => `${sites.equipment[kind]}: ${count}`).join(", ");
  return [counted, otherEquipment].filter((part) => part !== "").join("; ") || sites.page.equipmentNone;
}
