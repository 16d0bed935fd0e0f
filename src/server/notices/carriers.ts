import path from "node:path";
import type { SendingChannel } from "#domain/notice/notice.ts";
import type { NoticeSettings } from "../notice-settings.ts";
import type { Carriers } from "./message.ts";
import { mailFolder, messageFolder } from "./message-folder.ts";
import { smtpMailer } from "./smtp-mailer.ts";

/** The ways that the settings name. What goes into files is written below the data folder. */
export function openCarriers({ mail, sms, zalo }: NoticeSettings, dataDir: string): Carriers {
  return {
    email: mail === "file" ? mailFolder(path.join(dataDir, "mail")) : mail && smtpMailer(mail),
    sms: sms === "file" ? messageFolder(path.join(dataDir, "sms")) : null,
    zalo: zalo === "file" ? messageFolder(path.join(dataDir, "zalo")) : null,
  };
}

/** The channels that lead somewhere. */
export function openChannels(carriers: Carriers): readonly SendingChannel[] {
  return (["email", "sms", "zalo"] as const).filter((channel) => carriers[channel] !== null);
}
