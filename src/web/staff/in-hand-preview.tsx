import type { InHandView, PlacedChoice } from "#contract/hand-overs.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { inDong } from "./people/read-dong.ts";
import { SearchSelect } from "#web/ui/search-select.tsx";
import styles from "./in-hand-preview.module.css";

interface Props {
  readonly inHand: InHandView;
  readonly successors: readonly PlacedChoice[];
  readonly successorId: string;
  readonly onChange: (successorId: string) => void;
}

/** What would go on to somebody else, place by place, and the choice of who takes it over. */
export function InHandPreview({ inHand, successors, successorId, onChange }: Props): ReactElement {
  const { inHand: text, list } = useText().people;
  const label = (one: PlacedChoice) => (one.place === "" ? one.name : `${one.name} – ${one.place}`);
  return (
    <div className={styles["box"]}>
      <InHandList inHand={inHand} />
      <SearchSelect
        label={text.successor}
        hint={text.successorHint}
        placeholder={text.nobody}
        options={successors.map((one) => ({ value: one.id, label: label(one) }))}
        value={successorId}
        onChange={onChange}
        nothingFound={list.nothingFound}
      />
    </div>
  );
}

function InHandList({ inHand }: { readonly inHand: InHandView }): ReactElement {
  const { inHand: text } = useText().people;
  const { places, containers, custodyPlaces, drafts, assignments, cashAt } = inHand;
  const nothing =
    [...places, ...cashAt].length === 0 && containers + custodyPlaces + drafts + assignments === 0;
  return (
    <div role="status">
      <p className={styles["title"]}>{text.title}</p>
      {nothing && <p className={styles["quiet"]}>{text.none}</p>}
      <ul className={styles["list"]}>
        {places.map((place) => (
          <li key={place.placeId}>
            <span lang="vi">{place.place}</span>:{" "}
            {[
              place.papers > 0 && text.papers(place.papers, place.paperDossiers),
              place.matters > 0 && text.matters(place.matters),
              place.steps > 0 && text.steps(place.steps),
            ]
              .filter(Boolean)
              .join(", ")}
          </li>
        ))}
        {cashAt.map((place) => (
          <li key={place} lang="vi">
            {text.cash(place)}
          </li>
        ))}
        {containers > 0 && <li>{text.containers(containers)}</li>}
        {custodyPlaces > 0 && <li>{text.custodyPlaces(custodyPlaces)}</li>}
        {drafts > 0 && <li>{text.drafts(drafts)}</li>}
        {assignments > 0 && <li>{text.assignments(assignments)}</li>}
      </ul>
      <Fees inHand={inHand} />
      <p className={styles["quiet"]}>{text.money}</p>
    </div>
  );
}

/** What the slips say of the dossiers whose papers go on, in all and one by one. */
function Fees({ inHand }: { readonly inHand: InHandView }): ReactElement | null {
  const { fees: text } = useText().handOvers;
  const { fees, feeLines } = inHand;
  if (feeLines.length === 0) return null;
  const papers = inHand.places.reduce((sum, { paperDossiers }) => sum + paperDossiers, 0);
  return (
    <>
      <p className={styles["flat"]}>
        {text.sum(inDong(fees.sum))}
        {fees.unfixed > 0 && `, ${text.unfixed(fees.unfixed)}`}. {text.meaning}
      </p>
      <details>
        <summary>{text.each}</summary>
        <ul className={styles["list"]}>
          {feeLines.map(({ code, fee }) => (
            <li key={code}>
              {code}: {fee === null ? text.unfixedOne : inDong(fee)}
            </li>
          ))}
          {papers > feeLines.length && <li>{text.more(papers - feeLines.length)}</li>}
        </ul>
      </details>
    </>
  );
}
