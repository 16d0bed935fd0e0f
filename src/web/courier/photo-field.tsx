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
      <label htmlFor={id}>{text.photo}</label>
      <input
        id={id}
        type="file"
        accept="image/*"
        capture="environment"
        onChange={({ currentTarget }) => {
          const file = currentTarget.files?.[0];
          if (file) void smallerPhoto(file).then(onChange);
          else onChange(null);
        }}
      />
      {kept && (
        <p className="right" role="status">
          {text.photoKept}
        </p>
      )}
    </div>
  );
}
