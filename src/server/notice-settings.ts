import { readEmail } from "#domain/person/email.ts";
import { StartFailure } from "./db/start-failure.ts";

/** By what citizens are told. */
export interface NoticeSettings {
  /** Null: no e-mail is sent. */
  readonly mail: MailSettings | null;
  /** `file`: each text message is written into a file, for a program of the operator to send. */
  readonly sms: "off" | "file";
}

export interface MailSettings {
  readonly server: SmtpServer;
  readonly from: { readonly name: string; readonly address: string };
}

export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** `wrapped` from the first byte, `upgrade` before anything is said (STARTTLS, required), `none` in the clear. */
  readonly tls: "wrapped" | "upgrade" | "none";
  readonly signIn: { readonly user: string; readonly password: string } | null;
}

const PORTS = { "smtp:": 587, "smtps:": 465 } as const;
/** Nothing that is said to the own machine crosses a network. */
const OWN_MACHINE = /^(?:localhost|127(?:\.\d{1,3}){3}|::1)$/;

/**
 * Reads how citizens are told. A value that cannot be meant is not repeated: it may hold a password.
 * @throws StartFailure with one sentence
 */
export function readNoticeSettings(env: Readonly<Record<string, string | undefined>>): NoticeSettings {
  return { mail: readMail(env["MOTCUA_SMTP_URL"], env["MOTCUA_MAIL_FROM"]), sms: readSms(env["MOTCUA_SMS"]) };
}

function readMail(url: string | undefined, from: string | undefined): MailSettings | null {
  if (!url) return null;
  const server = readServer(url);
  if (!server)
    throw new StartFailure(
      "MOTCUA_SMTP_URL must be an address like smtps://name:password@mail.example.vn, with special characters as %XX.",
    );
  const sender = readSender(from ?? "");
  if (!sender)
    throw new StartFailure(
      "MOTCUA_MAIL_FROM must name the sender, like Một cửa Bình Thành <motcua@example.vn>, when MOTCUA_SMTP_URL is set.",
    );
  return { server, from: sender };
}

/** @example readServer("smtp://mail.vidu.vn") → { host: "mail.vidu.vn", port: 587, tls: "upgrade", signIn: null } */
function readServer(text: string): SmtpServer | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || (url.protocol !== "smtp:" && url.protocol !== "smtps:")) return undefined;
  const host = url.hostname.replace(/^\[|\]$/g, "");
  const user = decoded(url.username);
  const password = decoded(url.password);
  const tls = readTls(url, host);
  if (host === "" || !tls || user === undefined || password === undefined) return undefined;
  return {
    host,
    port: url.port === "" ? PORTS[url.protocol] : Number(url.port),
    tls,
    signIn: user === "" ? null : { user, password },
  };
}

function readTls({ protocol, searchParams }: URL, host: string): SmtpServer["tls"] | undefined {
  const wanted = searchParams.get("tls");
  if (wanted !== null && wanted !== "none") return undefined;
  if (protocol === "smtps:") return wanted === null ? "wrapped" : undefined;
  return wanted === "none" || OWN_MACHINE.test(host) ? "none" : "upgrade";
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}

function readSender(text: string): MailSettings["from"] | undefined {
  const [, name = "", inside, alone = ""] = /^(?:([^<>]*)<([^<>]+)>|([^<>]+))$/.exec(text.trim()) ?? [];
  const address = readEmail(inside ?? alone);
  return address.ok ? { name: name.trim(), address: address.value } : undefined;
}

function readSms(text: string | undefined): NoticeSettings["sms"] {
  if (!text || text === "off") return "off";
  if (text === "file") return "file";
  throw new StartFailure("MOTCUA_SMS must be off or file.");
}
