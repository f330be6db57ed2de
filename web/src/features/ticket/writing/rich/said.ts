/** What somebody wrote: lines of text, or HTML where it is more than that. The editor itself is loaded later. */
import type { Uploads } from "@/ui/content/files";

export interface Said {
  text: string;
  /** null: the text is all of it. */
  html: string | null;
}

export const isSame = (one: Said, other: Said) => one.text === other.text && one.html === other.html;

/** Whether the server, which keeps no white space at the ends, has it so. */
export const isKept = (kept: Said, now: Said) =>
  kept.text === now.text.trim() && kept.html === (now.html?.trim() ?? null);

/** Signs of whichever of the two is longer: each has its bound. */
export const longest = ({ text, html }: Said) => Math.max(text.trim().length, html?.length ?? 0);

const SPECIAL: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

export const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => SPECIAL[sign] ?? sign);

/** As HTML, one block for each line. */
export function htmlOf({ text, html }: Said): string {
  if (html !== null) return html;
  return text
    .split("\n")
    .map((line) => `<div>${escaped(line) || "<br>"}</div>`)
    .join("");
}

/** The pictures that HTML shows, by the ids of their files. */
export const shows = (html: string | null, file: string) => (html ?? "").includes(`src="cid:${file}"`);

/** The files that go with it: a picture that was taken out of the words again stays here. */
export function partsOf({ all }: Uploads, html: string | null): string[] {
  return all.flatMap(({ file, isInline }) => (file && (!isInline || shows(html, file.id)) ? [file.id] : []));
}

const attributes = (html: string, name: string) => [
  ...new Set([...html.matchAll(new RegExp(`<mark data-${name}="([^"]+)"`, "g"))].map(([, value = ""]) => value)),
];

/** What is sent beside the text of it. */
export function formOf(html: string | null): { html?: string; mentions?: number[]; mention_teams?: string[] } {
  if (html === null) return {};
  const [people, teams] = [attributes(html, "person").map(Number), attributes(html, "team")];
  return {
    html,
    ...(people.length > 0 && { mentions: people }),
    ...(teams.length > 0 && { mention_teams: teams }),
  };
}
