import { Button } from "@mantine/core";
import { type ReactElement, useEffect, useRef, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { LoadingLines } from "#web/ui/loading-lines.tsx";
import { PdfFrame, type PdfHandle } from "#web/ui/pdf-frame.tsx";
import type { CallProblem } from "./api.ts";
import { fileSize } from "./dossiers/file-check.ts";
import styles from "./scan-list.module.css";
import { ProblemNotice } from "./shell/problem-notice.tsx";

/** What is said of a scan; who added it is not known of every one. */
export interface ShownScan {
  readonly fileId: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly addedBy?: string;
  readonly addedAt?: string;
  /** Taken back: it is named with the reason, and not opened any more. */
  readonly withdrawn?: { readonly by: string; readonly at: string; readonly reason: string } | null;
  readonly mayWithdraw?: boolean;
}

/** How the bytes of a scan came to the page. */
interface ReadScan {
  readonly data: Blob | undefined;
  readonly problem: CallProblem | null;
  readonly reload: () => void;
}

interface Props {
  readonly scans: readonly ShownScan[];
  /** Shows a scan that was opened: reads its bytes and gives them to {@link ScanContent}. */
  readonly renderOpened: (scan: ShownScan) => ReactElement;
  /** Starts taking a scan back. */
  readonly onWithdraw?: (scan: ShownScan) => void;
}

/** So many signs of a hash are enough to compare it by eye. */
const HASH_SHOWN = 16;

/** Scans with what can be checked of them; each opens in the page itself. */
export function ScanList({ scans, renderOpened, onWithdraw }: Props): ReactElement {
  const { programmes } = useText();
  if (scans.length === 0) return <p className={styles["quiet"]}>{programmes.scans.none}</p>;
  return (
    <ul className={styles["scans"]}>
      {scans.map((scan) =>
        scan.withdrawn ? (
          <Withdrawn key={scan.fileId} name={scan.name} withdrawn={scan.withdrawn} />
        ) : (
          <Scan
            key={scan.fileId}
            scan={scan}
            renderOpened={renderOpened}
            {...(onWithdraw && { onWithdraw })}
          />
        ),
      )}
    </ul>
  );
}

interface WithdrawnProps {
  readonly name: string;
  readonly withdrawn: NonNullable<ShownScan["withdrawn"]>;
}

/** What was taken back: its name, who did it when, and why. */
function Withdrawn({ name, withdrawn: { by, at, reason } }: WithdrawnProps): ReactElement {
  const { programmes, dates } = useText();
  return (
    <li>
      <s className={styles["quiet"]} lang="vi">
        {name}
      </s>
      <p className={styles["quiet"]} lang="vi">
        {programmes.scans.withdrawn(by, dates.shortMoment(at), reason)}
      </p>
    </li>
  );
}

function Scan({
  scan,
  renderOpened,
  onWithdraw,
}: { readonly scan: ShownScan } & Pick<Props, "renderOpened" | "onWithdraw">): ReactElement {
  const { programmes, dates, dossiers } = useText();
  const words = programmes.scans;
  const [open, setOpen] = useState(false);
  const { name, bytes, sha256, addedBy, addedAt } = scan;
  return (
    <li>
      <div className={styles["row"]}>
        <span className={styles["name"]} lang="vi">
          {name}
        </span>
        <span className={styles["buttons"]}>
          {onWithdraw && scan.mayWithdraw && (
            <Button
              size="compact-sm"
              variant="subtle"
              aria-label={words.withdrawOf(name)}
              onClick={() => onWithdraw(scan)}
            >
              {words.withdraw}
            </Button>
          )}
          <Button
            size="compact-sm"
            variant="default"
            aria-expanded={open}
            aria-label={open ? words.hide : words.showOf(name)}
            onClick={() => setOpen(!open)}
          >
            {open ? words.hide : words.show}
          </Button>
        </span>
      </div>
      <p className={styles["quiet"]}>
        {fileSize(bytes, dossiers.upload.decimalSign)}
        {addedBy !== undefined && addedAt !== undefined
          ? ` · ${words.addedBy(addedBy, dates.shortMoment(addedAt))}`
          : ""}
      </p>
      <p className={styles["quiet"]} title={sha256}>
        {words.hash(sha256.slice(0, HASH_SHOWN))}
      </p>
      {open && renderOpened(scan)}
    </li>
  );
}

interface ContentProps {
  readonly scan: Pick<ShownScan, "name" | "mediaType">;
  readonly read: ReadScan;
}

/** The scan itself, in the page: a PDF in the browser's viewer, a picture as one. */
export function ScanContent({ scan, read: { data, problem, reload } }: ContentProps): ReactElement {
  const frame = useRef<PdfHandle>(null);
  if (problem) return <ProblemNotice problem={problem} onRetry={reload} />;
  if (!data) return <LoadingLines lines={4} />;
  if (scan.mediaType === "application/pdf") return <PdfFrame ref={frame} pdf={data} title={scan.name} />;
  return <Picture image={data} name={scan.name} />;
}

function Picture({ image, name }: { readonly image: Blob; readonly name: string }): ReactElement {
  const place = useRef<HTMLImageElement>(null);
  useEffect(() => {
    const address = URL.createObjectURL(image);
    if (place.current) place.current.src = address;
    return () => URL.revokeObjectURL(address);
  }, [image]);
  return <img ref={place} alt={name} className={styles["picture"]} />;
}
