import { type ManifestView, findThings, listManifests } from "#contract/custody.ts";
import type { MANIFEST_LISTS } from "#contract/custody.ts";
import { Button, SegmentedControl } from "@mantine/core";
import { Link, useNavigate, useSearch } from "@tanstack/react-router";
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
import { ScanField } from "./scan-field.tsx";
import { TakingDialog } from "./taking-dialog.tsx";
import { holderWords } from "./thing-row.tsx";

type List = (typeof MANIFEST_LISTS)[number];
const LISTS: readonly List[] = ["toMe", "fromMe", "settled"];

/** Bảng kê that wait for this person, that this person offered, and earlier ones. */
export function IncomingPage(): ReactElement {
  const { papers: text } = useText();
  const { list: asked } = useSearch({ strict: false }) as { list?: string };
  const [list, setList] = useState<List>(LISTS.find((one) => one === asked) ?? "toMe");
  const navigate = useNavigate();
  const [taking, setTaking] = useState(false);
  const query = { list };
  const read = usePages({
    key: readKey(listManifests, query),
    read: (after) => call(listManifests, { query: after === null ? query : { ...query, after } }),
  });
  const manifests = read.pages?.flatMap((page) => page.manifests);
  /** By the number of a bảng kê, or by a packet on one that waits. */
  async function scan(code: string): Promise<string> {
    const found = await call(findThings, { query: { q: code } });
    if (!found.ok) return text.scanLost;
    const { manifest, things } = found.value;
    const manifestId = manifest?.manifestId ?? things.find((thing) => thing.manifestId !== null)?.manifestId;
    if (!manifestId) return text.noManifestOf(code);
    await navigate({ to: "/papers/manifests/$manifestId", params: { manifestId } });
    return "";
  }
  return (
    <div className={styles["page"]}>
      <PapersHead title={text.incoming} intro={text.incomingIntro} />
      <ScanField label={text.scanManifest} onScan={scan} />
      <div className={styles["acts"]}>
        <Button variant="default" onClick={() => setTaking(true)}>
          {text.taking.open}
        </Button>
      </div>
      {taking && <TakingDialog onClose={() => setTaking(false)} />}
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
