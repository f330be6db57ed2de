import { Radio } from "antd";
import { useWords } from "@/lib/words";
import { useVoice } from "@/ui/states/voice";
import css from "./categories.module.css";
import { type Category, keysBelow, retired } from "./tree";

/** Asks before a category is retired, and what is to become of those below it. */
export function useRetire(all: readonly Category[], keep: (next: readonly Category[]) => unknown) {
  const { t, local } = useWords();
  const { modal } = useVoice();
  return async (key: string) => {
    const one = all.find((each) => each.key === key);
    const below = all.filter((each) => !each.retired && keysBelow(all, key).has(each.key));
    let how: "too" | "up" = "too";
    const content =
      below.length === 0 ? (
        t("categories.retire_plain")
      ) : (
        <div className={css.ask}>
          <p>{t("categories.retire_text")}</p>
          <Radio.Group
            defaultValue={how}
            onChange={(event) => {
              how = event.target.value;
            }}
            options={(["too", "up"] as const).map((value) => ({ value, label: t(`categories.below_${value}`) }))}
          />
        </div>
      );
    const buttons = {
      okText: t("categories.retire"),
      cancelText: t("common.cancel"),
      okButtonProps: { danger: true },
    };
    const title = t("categories.retire_title", { name: local(one?.name) });
    if (await modal.confirm({ title, content, ...buttons })) keep(retired(all, key, how));
  };
}
