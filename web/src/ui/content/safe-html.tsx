/**
 * A message's HTML. The server has sanitised it; here it is sanitised again, stripped of styles, forms and names that
 * scripts could meet, and its remote images stay unloaded until the reader asks for them.
 */
import DOMPurify from "dompurify";
import { type ReactNode, useMemo, useState } from "react";
import { useWords } from "@/lib/words";
import type { FileRef } from "./files";
import css from "./safe-html.module.css";

const purify = typeof window === "undefined" ? undefined : DOMPurify(window);

purify?.addHook("afterSanitizeAttributes", (node) => {
  if (node.tagName !== "A" || !node.hasAttribute("href")) return;
  node.setAttribute("target", "_blank");
  node.setAttribute("rel", "noopener noreferrer nofollow");
});

export interface Cleaned {
  html: string;
  /** How many pictures of strangers wait for the reader's word. */
  held: number;
  /** Ids of the message's own files that the HTML shows. */
  shown: ReadonlySet<string>;
}

const NOTHING: Cleaned = { html: "", held: 0, shown: new Set() };

/**
 * Pictures that came with the mail (`cid:`) are shown from our files. All others would tell a stranger that the mail was
 * read: they are held, wherever their address stands (the server moves it to `data-blocked-src`).
 */
export function clean(html: string, files: readonly FileRef[], withRemote: boolean): Cleaned {
  if (!purify) return NOTHING;
  const body = purify.sanitize(html, {
    USE_PROFILES: { html: true },
    FORBID_TAGS: ["style", "form", "input", "button", "select", "textarea", "audio", "video", "source", "map", "area"],
    FORBID_ATTR: ["style", "class", "id", "name", "srcset", "background", "ping", "target"],
    ADD_ATTR: ["target"],
    RETURN_DOM: true,
  }) as HTMLElement;
  let held = 0;
  const shown = new Set<string>();
  for (const image of body.querySelectorAll("img")) {
    if (!image.hasAttribute("alt")) image.setAttribute("alt", "");
    const address = image.getAttribute("src") ?? image.dataset.blockedSrc ?? "";
    image.removeAttribute("data-blocked-src");
    const own = address.startsWith("cid:") ? files.find((file) => isCalled(file, address.slice(4))) : undefined;
    if (own) {
      shown.add(own.id);
      image.setAttribute("src", own.url);
    } else if (/^https?:/i.test(address)) {
      if (!withRemote) held += 1;
      if (withRemote) image.setAttribute("src", address);
      else image.removeAttribute("src");
      image.setAttribute("referrerpolicy", "no-referrer");
    } else if (!isOurs(address)) {
      image.removeAttribute("src");
    }
  }
  return { html: body.innerHTML, held, shown };
}

function isOurs(address: string): boolean {
  return (address.startsWith("/") && !address.startsWith("//")) || address.startsWith("data:image/");
}

/** Mails name their parts with and without angle brackets, and write them into addresses encoded. */
function isCalled(file: FileRef, name: string): boolean {
  const bare = (id: string) => id.replace(/^<|>$/g, "");
  return Boolean(file.content_id) && [name, decoded(name)].some((each) => bare(each) === bare(file.content_id ?? ""));
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

interface SafeHtmlProps {
  html: string;
  files?: readonly FileRef[];
  /** Stands beneath, and is told which files the HTML shows by itself. */
  children?: (shown: ReadonlySet<string>) => ReactNode;
}

const NO_FILES: readonly FileRef[] = [];

export function SafeHtml({ html, files = NO_FILES, children }: SafeHtmlProps) {
  const { t } = useWords();
  const [withRemote, setWithRemote] = useState(false);
  const cleaned = useMemo(() => clean(html, files, withRemote), [html, files, withRemote]);
  return (
    <>
      {cleaned.held > 0 && (
        <button type="button" className={css.held} onClick={() => setWithRemote(true)}>
          {t("common.images_held", { n: cleaned.held })}
        </button>
      )}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised above, and the page's policy forbids scripts */}
      <div className={css.html} dangerouslySetInnerHTML={{ __html: cleaned.html }} />
      {children?.(cleaned.shown)}
    </>
  );
}

/** Plain text as written: line breaks kept, addresses become links. */
export function PlainText({ text }: { text: string }) {
  const parts = text.split(/(https?:\/\/[^\s<>"，。；、）)]+)/g);
  return (
    <div className={css.text}>
      {parts.map((part, at) =>
        at % 2 === 1 ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: parts of one fixed text
          <a key={at} href={part} target="_blank" rel="noopener noreferrer nofollow">
            {part}
          </a>
        ) : (
          part
        ),
      )}
    </div>
  );
}
