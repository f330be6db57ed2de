/**
 * A message's HTML. The server has sanitised it; here it is sanitised again, stripped of styles, forms and names that
 * scripts could meet, and its remote images stay unloaded until the reader asks for them.
 */
import DOMPurify from "dompurify";
import { useMemo, useState } from "react";
import { useWords } from "@/lib/words";
import css from "./safe-html.module.css";

const purify = typeof window === "undefined" ? undefined : DOMPurify(window);

purify?.addHook("afterSanitizeAttributes", (node) => {
  if (node.tagName !== "A" || !node.hasAttribute("href")) return;
  node.setAttribute("target", "_blank");
  node.setAttribute("rel", "noopener noreferrer nofollow");
});

export interface Cleaned {
  html: string;
  held: number;
}

/** Same-origin images are ours (signed file addresses); all others would tell a stranger that the mail was read. */
export function clean(html: string, withRemote: boolean): Cleaned {
  if (!purify) return { html: "", held: 0 };
  const body = purify.sanitize(html, {
    USE_PROFILES: { html: true },
    FORBID_TAGS: ["style", "form", "input", "button", "select", "textarea", "audio", "video", "source", "map", "area"],
    FORBID_ATTR: ["style", "class", "id", "name", "srcset", "background", "ping", "target"],
    ADD_ATTR: ["target"],
    RETURN_DOM: true,
  }) as HTMLElement;
  let held = 0;
  for (const image of body.querySelectorAll("img")) {
    if (!image.hasAttribute("alt")) image.setAttribute("alt", "");
    const address = image.getAttribute("src") ?? "";
    const isOurs = address.startsWith("/") && !address.startsWith("//");
    if (isOurs || address.startsWith("data:image/")) continue;
    if (withRemote && /^https?:/i.test(address)) {
      image.setAttribute("referrerpolicy", "no-referrer");
      continue;
    }
    held += 1;
    image.removeAttribute("src");
  }
  return { html: body.innerHTML, held };
}

export function SafeHtml({ html }: { html: string }) {
  const { t } = useWords();
  const [withRemote, setWithRemote] = useState(false);
  const cleaned = useMemo(() => clean(html, withRemote), [html, withRemote]);
  return (
    <>
      {cleaned.held > 0 && (
        <button type="button" className={css.held} onClick={() => setWithRemote(true)}>
          {t("common.images_held", { n: cleaned.held })}
        </button>
      )}
      {/* biome-ignore lint/security/noDangerouslySetInnerHtml: sanitised above, and the page's policy forbids scripts */}
      <div className={css.html} dangerouslySetInnerHTML={{ __html: cleaned.html }} />
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
