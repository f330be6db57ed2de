import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Form } from "antd";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { useSettled } from "@/ui/fields/settled";
import { PhasePill } from "@/ui/marks/phase-pill";
import { Notice } from "@/ui/states/notice";
import css from "./create-dialog.module.css";
import { alikeQuery } from "./queries";

/** Before the same is opened twice: open tickets of whoever asks under a title like this one. */
export function Alike() {
  const { t, local } = useWords();
  const names = useNames();
  const form = Form.useFormInstance();
  const watched = { form, preserve: true };
  const typed = useSettled({
    title: (Form.useWatch<string | undefined>("title", watched) ?? "").trim(),
    requester_id: Form.useWatch<number | undefined>("requester_id", watched),
    mail: Form.useWatch<string | undefined>("mail", watched) || undefined,
    phone: Form.useWatch<string | undefined>("phone", watched) || undefined,
  });
  const { data = [] } = useQuery(alikeQuery(typed));
  if (data.length === 0 || typed.title === "") return null;
  return (
    <Notice
      type="info"
      role="status"
      className={css.alike}
      title={t("shell.create.alike")}
      description={
        <ul>
          {data.map(({ number, title, phase, status, type }) => (
            <li key={number} className={css.alike_line}>
              <PhasePill phase={phase} name={local(names.status(status, type).name)} plain />
              <Link to="/tickets/$number" params={{ number }} target="_blank">
                {number} {title}
              </Link>
            </li>
          ))}
        </ul>
      }
    />
  );
}
