import { Button, CloseButton, Loader, TextInput } from "@mantine/core";
import type { ReactElement } from "react";
import { useText } from "#web/text/use-text.ts";
import { FileButton } from "#web/ui/file-button.tsx";
import { photoLink } from "./photo-strip.tsx";
import styles from "./sites.module.css";
import { type KeptPhoto, PHOTOS_MAX, PHOTO_ACCEPT, type PhotoOnWay, type PhotoQueue } from "./use-photos.ts";

interface Props {
  readonly queue: PhotoQueue;
  /** The place in the form, so that a photo comes back to where it was taken. */
  readonly owner: string;
  /** What the photos show when nobody writes it. */
  readonly about: string;
  readonly photos: readonly KeptPhoto[];
  readonly onChange: (photos: readonly KeptPhoto[]) => void;
}

/** Photos of one place of a form: taken with the camera or chosen, each with a caption. */
export function PhotoField({ queue, owner, about, photos, onChange }: Props): ReactElement {
  const { photos: text } = useText().sites;
  const onWay = queue.onWay.filter((one) => one.owner === owner);
  const room = PHOTOS_MAX - photos.length - onWay.length;
  const add = (files: readonly File[]) => queue.add(owner, files.slice(0, Math.max(0, room)));
  return (
    <div className={styles["form"]}>
      {room > 0 ? (
        <div className={styles["row"]}>
          <FileButton
            label={text.take}
            icon="camera"
            about={about}
            accept={PHOTO_ACCEPT}
            capture
            onFiles={add}
          />
          <FileButton label={text.choose} icon="file" about={about} accept={PHOTO_ACCEPT} onFiles={add} />
        </div>
      ) : (
        <p className={styles["note"]}>{text.most(PHOTOS_MAX)}</p>
      )}
      {photos.length > 0 && (
        <ul className={styles["taken"]}>
          {photos.map((photo, at) => (
            <Taken
              key={photo.fileId}
              photo={photo}
              at={at + 1}
              about={about}
              onWords={(words) => onChange(photos.map((one) => (one === photo ? { ...one, words } : one)))}
              onRemove={() => onChange(photos.filter((one) => one !== photo))}
            />
          ))}
        </ul>
      )}
      <div role="status" className={styles["stack"]}>
        {onWay.map((one) => (
          <OnWay key={one.id} photo={one} queue={queue} />
        ))}
      </div>
    </div>
  );
}

interface TakenProps {
  readonly photo: KeptPhoto;
  readonly at: number;
  readonly about: string;
  readonly onWords: (words: string) => void;
  readonly onRemove: () => void;
}

function Taken({ photo, at, about, onWords, onRemove }: TakenProps): ReactElement {
  const { photos: text, page } = useText().sites;
  return (
    <li>
      <img src={photoLink(photo.fileId)} alt={page.photo(photo.words === "" ? about : photo.words, at)} />
      <TextInput
        aria-label={text.caption(at)}
        placeholder={about}
        value={photo.words}
        onChange={(event) => onWords(event.currentTarget.value)}
        maxLength={500}
      />
      <CloseButton size="lg" aria-label={text.remove(at)} onClick={onRemove} />
    </li>
  );
}

function OnWay({ photo, queue }: { readonly photo: PhotoOnWay; readonly queue: PhotoQueue }): ReactElement {
  const { photos: text } = useText().sites;
  const { common } = useText();
  const { id, name, state } = photo;
  const wrong = state === "tooLarge" || state === "wrongType";
  return (
    <div className={styles["row"]}>
      {state === "sending" && <Loader size={16} />}
      <span className={wrong ? styles["problem"] : styles["note"]}>{text[state](name)}</span>
      {state === "waiting" && (
        <Button size="compact-sm" variant="light" onClick={queue.retry}>
          {text.retry}
        </Button>
      )}
      {state !== "sending" && (
        <Button size="compact-sm" variant="subtle" onClick={() => queue.drop(id)}>
          {common.remove}
        </Button>
      )}
    </div>
  );
}
