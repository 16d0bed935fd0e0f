import { readFileSync } from "node:fs";
import { type CarrierDialect, readCarrierStatuses } from "#domain/postal/read-carrier-statuses.ts";
import { StartFailure } from "./db/start-failure.ts";

/** Who carries besides our own couriers. */
export interface CarrierSettings {
  /** Null: nobody. */
  readonly ngsp: NgspSettings | null;
}

/** A carrier that is reached by the protocol of NGSP. */
export interface NgspSettings {
  /** What its shipments are marked with. */
  readonly name: string;
  /** Without a slash at the end. */
  readonly url: string;
  /** Our customer code with it, by the id of a space; `*` for every space. */
  readonly customers: ReadonlyMap<string, string>;
  readonly key: string;
  readonly secret: string;
  readonly dialect: CarrierDialect;
}

const DIALECTS = new URL("../../db/reference/postal/carrier-statuses.json", import.meta.url);
/** Nothing that is said to the own machine crosses a network. */
const OWN_MACHINE = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;

/**
 * Reads who carries. Without an address nobody but our own couriers does. A value that cannot be meant is not repeated:
 * it may hold a secret.
 * @throws StartFailure with one sentence
 * @example readCarrierSettings({}) → { ngsp: null }
 */
export function readCarrierSettings(env: Readonly<Record<string, string | undefined>>): CarrierSettings {
  const address = env["MOTCUA_CARRIER_URL"];
  if (!address || address === "off") return { ngsp: null };
  const url = readUrl(address);
  const name = env["MOTCUA_CARRIER"] || "vnpost";
  if (!/^[a-z][a-z0-9]{0,30}$/.test(name) || name === "own")
    throw new StartFailure("MOTCUA_CARRIER must be a name of small letters and digits, and not own.");
  const key = env["MOTCUA_CARRIER_KEY"];
  const secret = env["MOTCUA_CARRIER_SECRET"];
  if (!key || !secret)
    throw new StartFailure(
      "MOTCUA_CARRIER_KEY and MOTCUA_CARRIER_SECRET must be set when MOTCUA_CARRIER_URL is.",
    );
  return {
    ngsp: {
      name,
      url,
      customers: readCustomers(env["MOTCUA_CARRIER_CUSTOMER"]),
      key,
      secret,
      dialect: readDialect(env["MOTCUA_CARRIER_DIALECT"] || "vnpost"),
    },
  };
}

function readUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  const isSafe = url?.protocol === "https:" || (url?.protocol === "http:" && OWN_MACHINE.test(url.hostname));
  if (url && isSafe && url.username === "" && url.search === "") return url.href.replace(/\/+$/, "");
  throw new StartFailure(
    "MOTCUA_CARRIER_URL must be off or an address like https://ngsp.example.vn/vnpost, without a name or password in it.",
  );
}

/** @example readCustomers("KH001") → for every space; readCustomers("dong-thap=KH001,an-giang=KH002") */
function readCustomers(text: string | undefined): ReadonlyMap<string, string> {
  const parts = (text ?? "").split(",").map((part) => part.trim());
  const pairs = parts.map((part): readonly [string, string] | undefined => {
    const [, space = "*", code] = /^(?:([\w-]{1,40})=)?([\w.-]{1,40})$/.exec(part) ?? [];
    return code === undefined ? undefined : [space, code];
  });
  const known = pairs.filter((pair) => pair !== undefined);
  if (known.length === pairs.length) return new Map(known);
  throw new StartFailure(
    "MOTCUA_CARRIER_CUSTOMER must be the customer code with the carrier, or one for each space, like dong-thap=KH001,an-giang=KH002.",
  );
}

/** A dialect of the reference data, or the first of an operator's own file of the same shape. */
function readDialect(text: string): CarrierDialect {
  try {
    if (/^[a-z][a-z0-9]*$/.test(text)) {
      const found = readCarrierStatuses(JSON.parse(readFileSync(DIALECTS, "utf8"))).find(
        ({ id }) => id === text,
      );
      if (found) return found;
    } else {
      const [first] = readCarrierStatuses(JSON.parse(readFileSync(text, "utf8")));
      if (first) return first;
    }
  } catch (error) {
    if (error instanceof RangeError)
      throw new StartFailure(`The file of MOTCUA_CARRIER_DIALECT is faulty: ${error.message}`);
  }
  throw new StartFailure(
    "MOTCUA_CARRIER_DIALECT must be vnpost, simulator or a file like db/reference/postal/carrier-statuses.json.",
  );
}
