import type { FormEvent, MouseEvent } from "react";
import { useText } from "../text/use-text.ts";

type Field = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

/**
 * Handlers of a form that leaves the looking for gaps to the browser and says itself what is wrong: what the browser would
 * say is in its own language, not in that of the page. Spread them on the `form`.
 *
 * @example <form onSubmit={submit} {...useOwnValidity()}>
 */
export function useOwnValidity() {
  const { common } = useText();
  return {
    onInvalidCapture: ({ target }: FormEvent) => {
      const field = target as Field;
      field.setCustomValidity("");
      if (field.validity.valid) return;
      field.setCustomValidity(field.validity.valueMissing ? common.fieldMissing : common.fieldWrong);
    },
    // What was said before is looked at anew: a press of a button, and Enter, come by here first.
    onClickCapture: ({ currentTarget }: MouseEvent<HTMLFormElement>) => {
      for (const field of currentTarget.elements)
        if ("setCustomValidity" in field) (field as Field).setCustomValidity("");
    },
  };
}
