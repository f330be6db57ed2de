/** The list as a file: what stands on the screen, all pages of it, with its columns. */
import { useQuery } from "@tanstack/react-query";
import { Form, Radio } from "antd";
import { api, unwrap } from "@/lib/api";
import { saveAs } from "@/lib/browser/save-as";
import { useWords } from "@/lib/words";
import { FormDialog } from "@/ui/form/form-dialog";
import { countQuery } from "../queries";
import { whereOf } from "../slice";
import css from "./arranging.module.css";
import type { Shown } from "./view-menu";

/** From here on a count says "so many or more". */
const MOST_COUNTED = 1000;

interface Values {
  form: "csv" | "xlsx";
}

export function ExportDialog({ shown, onClose }: { shown: Shown; onClose: () => void }) {
  const { t } = useWords();
  const { data } = useQuery(countQuery(shown.slice));
  const count = data?.count;
  const save = async ({ form }: Values) => {
    const { slice, sort, order, display } = shown;
    const columns = display.columns.join(",") || undefined;
    const query = { view: slice.view, where: whereOf(slice), sort, order, columns, form };
    const file = await unwrap(api.GET("/api/v1/tickets/export", { params: { query }, parseAs: "blob" }));
    saveAs(file as unknown as Blob, `tickets.${form}`);
  };
  return (
    <FormDialog<Values>
      title={t("views.export.title")}
      send={t("views.export.send")}
      initial={{ form: "xlsx" }}
      onSend={save}
      onClose={onClose}
    >
      <p className={css.help}>
        {count === undefined
          ? t("views.matches.counting")
          : t(count < MOST_COUNTED ? "views.export.count" : "views.export.count_more", { n: count })}
      </p>
      <Form.Item<Values> name="form" label={t("views.export.form")} extra={t("views.export.help")}>
        <Radio.Group
          options={[
            { value: "xlsx", label: t("views.export.xlsx") },
            { value: "csv", label: t("views.export.csv") },
          ]}
        />
      </Form.Item>
    </FormDialog>
  );
}
