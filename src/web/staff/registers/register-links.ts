import { exportRegister, printRegister, printUnitForm } from "#contract/registers.ts";
import { API_PREFIX } from "#contract/route.ts";
import { requestOf } from "../api-request.ts";

/** Whose register is looked at: fields joined with commas. */
export interface ShownBook {
  readonly unitId: string;
  readonly year: number;
  readonly fields: string;
}

const paramsOf = ({ unitId, year }: ShownBook) => ({ unitId, year: String(year) });

/** The address of a volume of an open register as PDF. */
export function registerLink(book: ShownBook, volume: number): string {
  const query = { fields: book.fields, volume: String(volume) };
  return API_PREFIX + requestOf(printRegister, { params: paramsOf(book), query }, "").url;
}

/** The address of a whole register as CSV. */
export function registerCsvLink(book: ShownBook): string {
  return (
    API_PREFIX + requestOf(exportRegister, { params: paramsOf(book), query: { fields: book.fields } }, "").url
  );
}

/** The address of a closed volume, or of a slip, as PDF. */
export function unitFormLink(formId: string): string {
  return API_PREFIX + requestOf(printUnitForm, { params: { formId } }, "").url;
}
