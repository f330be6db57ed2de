import { useInfiniteQuery } from "@tanstack/react-query";
import { Form, Select } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { useSettled } from "@/ui/fields/settled";
import css from "./customers.module.css";
import { customersQuery } from "./queries";

/** A field of a form that takes a customer, found as one types; its value is their id. */
export function PickCustomer({ name, label, except }: { name: string; label: string; except?: number }) {
  const { t } = useWords();
  const [text, setText] = useState("");
  const typed = useSettled(text);
  const { data, isFetching } = useInfiniteQuery(customersQuery({ q: typed || undefined }));
  const found = data?.pages[0]?.items.filter(({ id }) => id !== except) ?? [];
  return (
    <Form.Item name={name} label={label} rules={[{ required: true, message: t("common.needed") }]}>
      <Select
        showSearch={{ filterOption: false, onSearch: setText }}
        loading={isFetching}
        placeholder={t("customers.search")}
        notFoundContent={<p className={css.quiet}>{t("customers.none.title")}</p>}
        options={found.map((one) => ({ value: one.id, label: one.name, reach: one.mail ?? one.phone }))}
        optionRender={({ data: { label: named, reach } }) => (
          <>
            {named} <span className={css.quiet}>{reach}</span>
          </>
        )}
      />
    </Form.Item>
  );
}
