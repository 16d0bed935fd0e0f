import { findThings } from "#contract/custody.ts";
import { Button } from "@mantine/core";
import { useNavigate, useSearch } from "@tanstack/react-router";
import { type FormEvent, type ReactElement, useEffect, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { TextField } from "#web/ui/text-field.tsx";
import type { AnswerOf } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { useRead } from "../use-read.ts";
import { PapersHead } from "./papers-head.tsx";
import styles from "./papers.module.css";
import { ThingRow } from "./thing-row.tsx";

/** One field for a code, a waybill, a seal or a name. What a scanner read leads to the only hit at once. */
export function WherePage(): ReactElement {
  const { papers: text } = useText();
  const { q = "" } = useSearch({ strict: false }) as { q?: string };
  const navigate = useNavigate();
  const [typed, setTyped] = useState(q);
  const read = useRead(findThings, { query: { q } }, { enabled: q !== "" });
  useOnlyHit(read.data);
  function submit(event: FormEvent): void {
    event.preventDefault();
    const wanted = typed.trim();
    if (wanted !== "") void navigate({ to: "/papers/where", search: { q: wanted } });
  }
  return (
    <div className={styles["page"]}>
      <PapersHead title={text.where} intro={text.whereIntro} />
      <form role="search" className={styles["scan"]} onSubmit={submit}>
        <TextField label={text.whereLabel} value={typed} onChange={setTyped} autoFocus maxLength={200} />
        <Button type="submit">{text.find}</Button>
      </form>
      {read.problem && <ProblemNotice problem={read.problem} onRetry={read.reload} />}
      {read.loading && <LoadingLines lines={4} />}
      {read.data?.things.length === 0 && (
        <EmptyState icon="search" title={text.notFound(q)} hint={text.notFoundHint} />
      )}
      {read.data && read.data.things.length > 1 && (
        <ul className={styles["list"]} aria-label={text.found}>
          {read.data.things.map((view) => (
            <ThingRow key={view.id} view={view} showsHolder />
          ))}
        </ul>
      )}
      {read.data?.more === true && <p className={styles["quiet"]}>{text.tooMany}</p>}
    </div>
  );
}

/** What a scanner read leads to the bảng kê of that number, to the place of that label, or to the only thing that there is. */
function useOnlyHit(found: AnswerOf<typeof findThings> | undefined): void {
  const navigate = useNavigate();
  const { manifest = null, placeId = null, things = [] } = found ?? {};
  const only = things.length === 1 ? things[0] : undefined;
  useEffect(() => {
    if (manifest) {
      const params = { manifestId: manifest.manifestId };
      void navigate({ to: "/papers/manifests/$manifestId", params, replace: true });
    } else if (placeId !== null) {
      const params = { kind: "place" as const, id: placeId };
      void navigate({ to: "/papers/holders/$kind/$id", params, replace: true });
    } else if (only)
      void navigate({ to: "/papers/$thing/$id", params: { thing: only.thing, id: only.id }, replace: true });
  }, [manifest, placeId, only, navigate]);
}
