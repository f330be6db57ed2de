import css from "./avatar.module.css";

/** Two letters of a Latin name, the last signs of a Chinese one (given names tell people apart). */
export function initials(name: string, signs = 2): string {
  const trimmed = name.trim();
  if (/^\p{Script=Han}/u.test(trimmed)) {
    const own = trimmed.match(/^[\p{Script=Han}·]+/u)?.[0] ?? trimmed;
    return [...own].slice(-signs).join("");
  }
  const words = trimmed.split(/\s+/).filter(Boolean);
  return words.length > 1
    ? `${words[0]?.[0] ?? ""}${words.at(-1)?.[0] ?? ""}`.toUpperCase()
    : trimmed.slice(0, 2).toUpperCase();
}

/** Below this two Chinese signs cannot be read. */
const TWO_SIGNS_FROM_PX = 26;

/** A person as a small disc; neutral on purpose, because colour means risk here. The name stands beside it as text. */
export function Avatar({ name, size = 22, presence }: { name: string; size?: number; presence?: string }) {
  return (
    <span className={css.avatar} style={{ width: size, height: size, fontSize: size * 0.42 }} aria-hidden="true">
      {initials(name, size < TWO_SIGNS_FROM_PX ? 1 : 2)}
      {presence && <i className={css.dot} data-presence={presence} />}
    </span>
  );
}
