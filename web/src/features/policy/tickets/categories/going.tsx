import { useQuery } from "@tanstack/react-query";
import { Form, Radio, Select } from "antd";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { useVoice } from "@/ui/states/voice";
import css from "./categories.module.css";
import { meantQuery, useMerge } from "./queries";
import { type Category, keysBelow, retired, treeOf, waysOf } from "./tree";

/** A category that is to go: into another one, or out of use. */
export interface Going {
  key: string;
  how: "merge" | "retire";
}

interface Entered {
  below?: "too" | "up";
  into?: string;
}

interface GoingProps {
  all: readonly Category[];
  going: Going;
  /** Saves the list without any other change. */
  keep: (change: (all: readonly Category[]) => readonly Category[]) => Promise<unknown>;
  onClose: () => void;
}

/** Asks what takes its place, and what becomes of those below it, before a category goes. */
export function GoingDialog({ all, going: { key, how }, keep, onClose }: GoingProps) {
  const { t, local } = useWords();
  const { message } = useVoice();
  const merge = useMerge();
  const name = local(all.find((each) => each.key === key)?.name);
  const under = keysBelow(all, key);
  const below = all.filter((each) => !each.retired && under.has(each.key));
  const send = async ({ below = "too", into }: Entered) => {
    if (!into) return keep((all) => retired(all, key, below));
    await merge.mutateAsync({ key, into, below: how === "merge" ? "along" : below });
    message.success(t("categories.merged"));
  };
  return (
    <FormDialog<Entered>
      title={t(`categories.${how}_title`, { name })}
      send={t(`categories.${how}`)}
      initial={{ below: "too" }}
      isDangerous={how === "retire"}
      onSend={send}
      onClose={onClose}
    >
      <p className={css.said}>{t(`categories.${how}_text`)}</p>
      {how === "retire" && below.length > 0 && (
        <Form.Item name="below" label={t("categories.below")}>
          <Radio.Group
            className={css.ask}
            options={(["too", "up"] as const).map((value) => ({ value, label: t(`categories.below_${value}`) }))}
          />
        </Form.Item>
      )}
      <Into all={all} category={key} under={under} how={how} />
    </FormDialog>
  );
}

interface IntoProps extends Pick<GoingProps, "all"> {
  category: string;
  under: ReadonlySet<string>;
  how: Going["how"];
}

/** What takes its place, and what that means for tickets. */
function Into({ all, category, under, how }: IntoProps) {
  const { t, local } = useWords();
  const into = Form.useWatch<string | undefined>("into");
  const goTogether = Form.useWatch<Entered["below"]>("below") !== "up";
  const free = all.filter(({ key, retired }) => !retired && key !== category && (!under.has(key) || !goTogether));
  const gone = all.filter(({ key, retired }) => !retired && under.has(key)).map(({ key }) => key);
  const keys = [category, ...(how === "retire" && goTogether ? gone : [])];
  const { data: meant } = useQuery({ ...meantQuery(keys), enabled: into !== undefined });
  const count = meant && (meant.count >= MANY ? `${MANY}+` : meant.count);
  const target = local(all.find(({ key }) => key === into)?.name);
  return (
    <>
      <Form.Item
        name="into"
        label={t(`categories.into_${how}`)}
        extra={t("categories.into_help")}
        rules={how === "merge" ? [{ required: true, message: t("common.needed") }] : []}
      >
        <Select
          allowClear
          showSearch={{ optionFilterProp: "label" }}
          placeholder={how === "retire" ? t("categories.stay") : undefined}
          options={waysOf(treeOf(free)).map(({ key, way }) => ({
            value: key,
            label: way.map(({ name }) => local(name)).join(" / "),
          }))}
        />
      </Form.Item>
      <p role="status" className={css.meant}>
        {into && meant && (count ? t("categories.meant", { n: count, name: target }) : t("categories.meant_none"))}
      </p>
    </>
  );
}

/** From here on it is not counted. */
const MANY = 1_000;
