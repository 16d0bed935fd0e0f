import { type ReactElement, useId } from "react";
import { useText } from "#web/text/use-text.ts";
import { smallerPhoto } from "#web/ui/smaller-photo.ts";

interface Props {
  readonly kept: boolean;
  /** The photo, made small enough for a slow line. */
  readonly onChange: (photo: Blob | null) => void;
}

/** A photo from the camera of the phone. */
export function PhotoField({ kept, onChange }: Props): ReactElement {
  const { round: text } = useText();
  const id = useId();
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
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void smallerPhoto(file).then(onChange);
          else onChange(null);
        }}
      />
      <label id={`${id}-button`} className="fileButton" htmlFor={id}>
        {kept ? text.photoAgain : text.takePhoto}
      </label>
      {kept && (
        <p className="right" role="status">
          {text.photoKept}
        </p>
      )}
    </div>
  );
}
