import { type ManifestView, listManifests } from "#contract/custody.ts";
import type { MANIFEST_LISTS } from "#contract/custody.ts";
import { Button, SegmentedControl } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { type ReactElement, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { EmptyState } from "#web/ui/empty-state.tsx";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { Mark } from "#web/ui/mark.tsx";
import { call } from "../api.ts";
import { ProblemNotice } from "../shell/problem-notice.tsx";
import { usePages } from "../use-pages.ts";
import { readKey } from "../use-read.ts";
import { PapersHead } from "./papers-head.tsx";
import styles from "./papers.module.css";
import { holderWords } from "./thing-row.tsx";

type List = (typeof MANIFEST_LISTS)[number];
const LISTS: readonly List[] = ["toMe", "fromMe", "settled"];

/** Bảng kê that wait for this person, that this person offered, and earlier ones. */
export function IncomingPage(): ReactElement {
  const { papers: text } = useText();
  const [list, setList] = useState<List>("toMe");
  const query = { list };
  const read = usePages({
    key: readKey(listManifests, query),
    read: (after) => call(listManifests, { query: after === null ? query : { ...query, after } }),
  });
  const manifests = read.pages?.flatMap((page) => page.manifests);
  return (
    <div className={styles["page"]}>
      <PapersHead title={text.incoming} intro={text.incomingIntro} />
      <SegmentedControl
        aria-label={text.lists}
        value={list}
        onChange={(value) => setList(LISTS.find((one) => one === value) ?? "toMe")}
        data={LISTS.map((value) => ({ value, label: text.manifestLists[value] }))}
      />
      {read.problem && <ProblemNotice problem={read.problem} onRetry={read.reload} />}
      {!manifests && !read.problem && <LoadingLines lines={6} />}
      {manifests?.length === 0 && <EmptyState icon="success" title={text.noManifests[list]} />}
      {manifests && manifests.length > 0 && (
        <ul className={styles["list"]}>
          {manifests.map((manifest) => (
            <ManifestRow key={manifest.manifestId} manifest={manifest} />
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

const TONES = { offered: "info", accepted: "success", refused: "warning", withdrawn: "quiet" } as const;

function ManifestRow({ manifest }: { readonly manifest: ManifestView }): ReactElement {
  const { papers: text, dates } = useText();
  return (
    <li className={styles["row"]}>
      <Mark tone={TONES[manifest.state]}>{text.states[manifest.state]}</Mark>
      <div>
        <Link
          to="/papers/manifests/$manifestId"
          params={{ manifestId: manifest.manifestId }}
          className={styles["code"]}
        >
          {manifest.number}
        </Link>
        <p lang="vi">
          {text.fromTo(holderWords(manifest.from, text.citizen), holderWords(manifest.to, text.citizen))}
        </p>
        <p className={styles["quiet"]}>
          {text.lines(manifest.lines)} · {dates.shortMoment(manifest.offeredAt)}
        </p>
      </div>
    </li>
  );
}
