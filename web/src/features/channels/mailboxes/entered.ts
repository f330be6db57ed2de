/** What is entered of a mailbox, and what is sent of it. */
import type { Mailbox, Preset, Wish } from "./queries";

export type Security = "tls" | "starttls" | "plain";

export interface Server {
  host: string;
  port: number;
  security: Security;
  user: string;
  folder?: string;
}

export interface Entered {
  address: string;
  name: string;
  /** Where its tickets start; none: routing alone says. */
  team: string | null;
  reads: boolean;
  sends: boolean;
  /** Sending signs in as reading does. */
  sameLogin: boolean;
  settings: { imap: Server; smtp: Server; plus_addressing: boolean; trusted_relay: string };
  secrets: { imap: string; smtp: string };
}

export const PORTS: Record<"imap" | "smtp", Record<Security, number>> = {
  imap: { tls: 993, starttls: 143, plain: 143 },
  smtp: { tls: 465, starttls: 587, plain: 25 },
};

const server = (way: "imap" | "smtp"): Server => ({ host: "", port: PORTS[way].tls, security: "tls", user: "" });

export const NEW: Entered = {
  address: "",
  name: "",
  team: null,
  reads: true,
  sends: true,
  sameLogin: true,
  settings: {
    imap: { ...server("imap"), folder: "INBOX" },
    smtp: server("smtp"),
    plus_addressing: false,
    trusted_relay: "",
  },
  secrets: { imap: "", smtp: "" },
};

interface Kept {
  imap?: Server | null;
  smtp?: (Omit<Server, "user"> & { user: string | null }) | null;
  plus_addressing?: boolean;
  trusted_relay?: string | null;
}

/** A mailbox as it is kept; passwords never come back. */
export function enteredOf(mailbox: Mailbox): Entered {
  const { imap, smtp, plus_addressing = false, trusted_relay } = mailbox.settings as Kept;
  return {
    address: mailbox.address,
    name: mailbox.name,
    team: mailbox.team,
    reads: Boolean(imap),
    sends: Boolean(smtp),
    sameLogin: !imap || !smtp || imap.user === smtp.user,
    settings: {
      imap: { ...NEW.settings.imap, ...imap },
      smtp: { ...NEW.settings.smtp, ...smtp, user: smtp?.user ?? "" },
      plus_addressing,
      trusted_relay: trusted_relay ?? "",
    },
    secrets: { imap: "", smtp: "" },
  };
}

/** Without a user of its own the address signs in. */
function loginsOf({ address, reads, sameLogin, settings }: Entered) {
  const reading = settings.imap.user.trim() || address.trim();
  const isShared = sameLogin && reads;
  return { reading, sending: isShared ? reading : settings.smtp.user.trim() || null };
}

/** The body of a request; a password that is not entered is left out, and stays. */
export function wishOf(entered: Entered): Wish {
  const { address, name, team, reads, sends, sameLogin, settings, secrets } = entered;
  const { reading, sending } = loginsOf(entered);
  const { folder, ...imap } = settings.imap;
  const { folder: _none, ...smtp } = settings.smtp;
  const given: Record<string, string> = {};
  if (reads && secrets.imap) given.imap = secrets.imap;
  const forSending = sameLogin && reads ? secrets.imap : secrets.smtp;
  if (sends && forSending) given.smtp = forSending;
  return {
    kind: "mail",
    address: address.trim(),
    name: name.trim(),
    team: team ?? null,
    settings: {
      imap: reads ? { ...imap, host: imap.host.trim(), user: reading, folder: folder?.trim() || "INBOX" } : null,
      smtp: sends ? { ...smtp, host: smtp.host.trim(), user: sending } : null,
      plus_addressing: settings.plus_addressing,
      trusted_relay: settings.trusted_relay.trim() || null,
    },
    secrets: given,
  };
}

/** Whose mailbox an address is. */
export function presetOf(presets: readonly Preset[], address: string): Preset | undefined {
  const domain = address.trim().toLowerCase().split("@")[1] ?? "";
  return presets.find(({ domains }) => domains.includes(domain));
}

/** Whose servers stand there. */
export function providerOf(presets: readonly Preset[], host: string): Preset | undefined {
  const name = host.trim().toLowerCase();
  return presets.find(({ settings }) =>
    Object.values(settings as Record<string, Server>).some((one) => one.host === name),
  );
}

/** The servers of a provider, in the place of what stood there. */
export function withPreset(settings: Entered["settings"], preset: Preset): Entered["settings"] {
  const { imap, smtp } = preset.settings as Partial<Record<"imap" | "smtp", Partial<Server>>>;
  return { ...settings, imap: { ...settings.imap, ...imap }, smtp: { ...settings.smtp, ...smtp } };
}
