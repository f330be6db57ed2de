import { expect, test } from "vitest";
import { enteredOf, NEW, presetOf, providerOf, wishOf, withPreset } from "./entered";
import type { Mailbox, Preset } from "./queries";

const PRESET = {
  key: "163",
  name: {},
  domains: ["163.com"],
  login: {},
  takes_passwords: true,
  settings: {
    imap: { host: "imap.163.com", port: 993, security: "tls" },
    smtp: { host: "smtp.163.com", port: 465, security: "tls" },
  },
} as unknown as Preset;

const filled = { ...NEW, address: " help@163.com ", name: "客服", settings: withPreset(NEW.settings, PRESET) };

test("a preset is found by the domain of an address, and by its servers", () => {
  expect(presetOf([PRESET], "Help@163.COM")?.key).toBe("163");
  expect(presetOf([PRESET], "help@acme.example")).toBeUndefined();
  expect(providerOf([PRESET], "SMTP.163.com ")?.key).toBe("163");
});

test("the address signs in where no user is entered, and one password serves both ways", () => {
  const { settings, secrets } = wishOf({ ...filled, secrets: { imap: "code", smtp: "" } });
  expect(settings).toMatchObject({
    imap: { host: "imap.163.com", user: "help@163.com", folder: "INBOX" },
    smtp: { host: "smtp.163.com", port: 465, user: "help@163.com" },
  });
  expect(secrets).toEqual({ imap: "code", smtp: "code" });
});

test("a password that is not entered is left out, and a way that is off has no server", () => {
  const { settings, secrets } = wishOf({ ...filled, reads: false, sameLogin: true, secrets: { imap: "x", smtp: "" } });
  expect(settings).toMatchObject({ imap: null, smtp: { user: null } });
  expect(secrets).toEqual({});
});

test("its team goes along, and none is none", () => {
  expect(wishOf(filled).team).toBeNull();
  expect(wishOf({ ...filled, team: "finance" }).team).toBe("finance");
});

test("what is kept comes back as it was entered, but for its passwords", () => {
  const wish = wishOf({ ...filled, secrets: { imap: "code", smtp: "" } });
  const kept = { ...wish, id: 7, has_secrets: true } as unknown as Mailbox;
  expect(wishOf(enteredOf(kept))).toEqual({ ...wish, secrets: {} });
});
