import { type ReactElement, useId, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { readablePhoto } from "#web/ui/smaller-photo.ts";

interface Props {
  readonly kept: boolean;
  /** The photo, made small enough for a slow line. */
  readonly onChange: (photo: Blob | null) => void;
}

/** A photo from the camera of the phone. */
export function PhotoField({ kept, onChange }: Props): ReactElement {
  const { round: text } = useText();
  const id = useId();
  const [unreadable, setUnreadable] = useState(false);
  async function take(file: File | undefined): Promise<void> {
    const photo = file ? await readablePhoto(file) : null;
    setUnreadable(file !== undefined && photo === null);
    onChange(photo);
  }
  return (
    <div className="field">
      <span id={`${id}-label`}>{text.photo}</span>
      <input
        id={id}
        className="fileInput"
        aria-labelledby={`${id}-label ${id}-button`}
        type="file"
        accept="image/*"
        capture="environment"
        onChange={({ currentTarget }) => void take(currentTarget.files?.[0])}
      />
      <label id={`${id}-button`} className="fileButton" htmlFor={id}>
        {kept ? text.photoAgain : text.takePhoto}
      </label>
      {unreadable && (
        <p className="problem" role="alert">
          {text.photoUnreadable}
        </p>
      )}
      {kept && (
        <p className="right" role="status">
          {text.photoKept}
        </p>
      )}
    </div>
  );
}
