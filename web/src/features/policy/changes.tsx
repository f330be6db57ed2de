import { useWords } from "@/lib/words";
import css from "./changes.module.css";

type Texts = Record<string, string>;

interface ChangesProps {
  /** Sentences, or changes that say one. */
  changes: readonly (Texts | { text: Texts })[];
  /** How many there are in all. */
  count?: number;
  /** What is said where there are none. */
  none?: string;
}

/** Changes of the policy in sentences. */
export function Changes({ changes, count, none }: ChangesProps) {
  const { t, local } = useWords();
  const more = (count ?? changes.length) - changes.length;
  const texts = changes.map((one) => local(typeof one.text === "object" ? one.text : (one as Texts)));
  return (
    <ul className={css.changes}>
      {[...new Set(texts)].map((text) => (
        <li key={text}>{text}</li>
      ))}
      {texts.length === 0 && none && <li className={css.more}>{none}</li>}
      {more > 0 && <li className={css.more}>{t("policy.more", { n: more })}</li>}
    </ul>
  );
}
