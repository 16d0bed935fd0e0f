import { SHIPMENT_FILTERS, listShipments } from "#contract/postal.ts";
import { POSTAL_LEGS } from "#domain/postal/tariff.ts";
import { Button, NativeSelect } from "@mantine/core";
import { useSearch } from "@tanstack/react-router";
import { type FormEvent, type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Notice } from "#web/ui/notice.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import { call } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";
import { PostalHead } from "./postal-head.tsx";
import styles from "./postal.module.css";
import { ShipmentRow } from "./shipment-row.tsx";
import { usePostCounts } from "../shell/use-post-counts.ts";

type Filter = (typeof SHIPMENT_FILTERS)[number];
type Leg = (typeof POSTAL_LEGS)[number];

interface Asked {
  readonly q: string;
  readonly show: Filter | "";
  readonly leg: Leg | "";
}

function queryOf({ q, show, leg }: Asked) {
  return { ...(q !== "" && { q }), ...(show !== "" && { show }), ...(leg !== "" && { leg }) };
}

/** What a link asked to see, as one from the tasks does. */
function useWantedFilter(): Filter | "" {
  const { show } = useSearch({ strict: false }) as { show?: string };
  return SHIPMENT_FILTERS.find((one) => one === show) ?? "";
}

/** Shipments of this person's places: by number, way and state, newest first. */
export function ShipmentsPage(): ReactElement {
  const { postal: text, papers, dates } = useText();
  const [typed, setTyped] = useState("");
  const [asked, setAsked] = useState<Asked>({ q: "", show: useWantedFilter(), leg: "" });
  const { toLookAt } = usePostCounts();
  const query = queryOf(asked);
  const read = usePages({
    key: readKey(listShipments, query),
    read: (after) => call(listShipments, { query: after === null ? query : { ...query, after } }),
    keepPrevious: true,
  });
  const shipments = read.pages?.flatMap((page) => page.shipments);
  function submit(event: FormEvent): void {
    event.preventDefault();
    setAsked({ ...asked, q: typed.trim() });
  }
  return (
    <div className={styles["page"]}>
      <PostalHead title={text.shipments} intro={text.shipmentsIntro} />
      <form role="search" className={styles["filters"]} onSubmit={submit}>
        <TextField label={text.search} value={typed} onChange={setTyped} maxLength={200} />
        <NativeSelect
          label={text.filter}
          value={asked.show}
          onChange={(event) => setAsked({ ...asked, show: event.currentTarget.value as Filter | "" })}
          data={[
            { value: "", label: text.filters.all },
            ...SHIPMENT_FILTERS.map((value) => ({
              value,
              label: papers.counted(text.filters[value], value === "failed" ? toLookAt : 0),
            })),
          ]}
        />
        <NativeSelect
          label={text.leg}
          value={asked.leg}
          onChange={(event) => setAsked({ ...asked, leg: event.currentTarget.value as Leg | "" })}
          data={[
            { value: "", label: text.bothLegs },
            ...POSTAL_LEGS.map((value) => ({ value, label: text.legs[value] })),
          ]}
        />
        <Button type="submit">{text.find}</Button>
      </form>
      {read.pages?.[0]?.silent.map(({ carrier, since }) => (
        <Notice key={carrier} tone="warning" title={text.silent(carrier, dates.moment(since))} />
      ))}
      {read.problem && <ProblemNotice problem={read.problem} onRetry={read.reload} />}
      {!shipments && !read.problem && <LoadingLines lines={8} />}
      {shipments?.length === 0 && <EmptyState icon="postal" title={text.none} hint={text.noneHint} />}
      {shipments && shipments.length > 0 && (
        <ul className={styles["list"]} aria-label={text.shipments}>
          {shipments.map((shipment) => (
            <ShipmentRow key={shipment.shipmentId} shipment={shipment} />
          ))}
        </ul>
      )}
      {read.hasMore && (
        <Button variant="default" loading={read.loadingMore} onClick={read.loadMore}>
          {text.more}
        </Button>
      )}
    </div>
  );
}
