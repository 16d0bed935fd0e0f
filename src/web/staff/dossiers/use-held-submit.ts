import { type RefObject, useEffect, useRef, useState } from "react";

/**
 * Who presses a form's button while a file is still on its way has said what they want: the press is kept, and the form
 * goes on by itself once the file has arrived. If the file did not arrive, nothing is sent and the press is forgotten.
 *
 * @param field an element inside the form
 * @param sending whether a file is under way
 * @param arrived whether the file is there
 * @returns whether a press waits, so that the field can say so
 */
export function useHeldSubmit(
  field: RefObject<HTMLElement | null>,
  sending: boolean,
  arrived: boolean,
): boolean {
  const pressed = useRef(false);
  const [waits, setWaits] = useState(false);
  useEffect(() => {
    const form = field.current?.closest("form");
    if (!form) return;
    if (!sending) {
      const go = pressed.current && arrived;
      pressed.current = false;
      if (go) form.requestSubmit();
      return;
    }
    const hold = (event: SubmitEvent) => {
      event.preventDefault();
      event.stopPropagation();
      pressed.current = true;
      setWaits(true);
    };
    // In the capture phase at the form itself: what the page would do with the press is never reached.
    form.addEventListener("submit", hold, { capture: true });
    return () => {
      form.removeEventListener("submit", hold, { capture: true });
      setWaits(false);
    };
  }, [field, sending, arrived]);
  return waits;
}
