import { type ReactElement, useEffect, useState } from "react";
import { useText } from "#web/text/use-text.ts";
import { choosePlace, placeChoice } from "./visit-point.ts";

/** Whether the place of this door is kept; the answer of the last time stands. */
export function PlaceChoice({ onChange }: { readonly onChange: (remember: boolean) => void }): ReactElement {
  const { round: text } = useText();
  const [remember, setRemember] = useState(placeChoice);
  useEffect(() => {
    onChange(remember);
  }, [onChange, remember]);
  return (
    <div className="field">
      <label className="tick">
        <input
          type="checkbox"
          checked={remember}
          aria-describedby="place-hint"
          onChange={({ currentTarget }) => {
            choosePlace(currentTarget.checked);
            setRemember(currentTarget.checked);
          }}
        />
        {text.rememberPlace}
      </label>
      <p id="place-hint" className="quiet">
        {text.rememberPlaceHint}
      </p>
    </div>
  );
}
