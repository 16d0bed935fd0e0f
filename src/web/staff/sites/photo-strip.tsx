import { readMandateFile } from "#contract/files.ts";
import { API_PREFIX } from "#contract/route.ts";
import type { PhotoView } from "#contract/sites.ts";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { requestOf } from "../api-request.ts";
import { mayUse, useSession } from "../session/session.ts";
import styles from "./sites.module.css";

/** The address of a photo: the browser reads it itself, with the session's cookie. */
export function photoLink(fileId: string): string {
  return API_PREFIX + requestOf(readMandateFile, { params: { fileId } }, "").url;
}

interface Props {
  readonly photos: readonly PhotoView[];
  /** What the photos show when nobody wrote it. */
  readonly about: string;
}

/** Photos small, each opening large in a tab of its own. Nothing for whoever may not read evidence. */
export function PhotoStrip({ photos, about }: Props): ReactElement | null {
  const { page } = useText().sites;
  const reads = mayUse(useSession(), "mandate.read");
  if (photos.length === 0 || !reads) return null;
  return (
    <ul className={styles["photos"]} aria-label={page.photos}>
      {photos.map(({ fileId, words }, at) => {
        const said = words === "" ? about : words;
        return (
          <li key={`${fileId} ${at}`}>
            <a
              href={photoLink(fileId)}
              target="_blank"
              rel="noreferrer"
              aria-label={page.openPhoto(page.photo(said, at + 1))}
            >
              <img src={photoLink(fileId)} alt={page.photo(said, at + 1)} loading="lazy" />
            </a>
          </li>
        );
      })}
    </ul>
  );
}
