import { Alert, Button, Input, Popover, Tooltip } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { fromLocalInput, toLocalInput } from "@/lib/words/time";
import { Icon } from "@/ui/marks/icon";
import css from "./as-of.module.css";

interface TravelProps {
  asOf: string | undefined;
  onTravel: (at: string | undefined) => void;
}

/** Chooses an instant of the past at which the ticket is shown. */
export function AsOfPicker({ asOf, onTravel }: TravelProps) {
  const { t, zone } = useWords();
  const [value, setValue] = useState("");
  const [isOpen, setIsOpen] = useState(false);
  const chosen = value ? fromLocalInput(value, zone) : null;
  const show = (open: boolean) => {
    setIsOpen(open);
    if (open) setValue(toLocalInput(asOf ? new Date(asOf) : new Date(), zone));
  };
  return (
    <Popover
      open={isOpen}
      onOpenChange={show}
      trigger="click"
      placement="bottomRight"
      title={t("ticket.as_of.title")}
      content={
        <form
          className={css.form}
          onSubmit={(event) => {
            event.preventDefault();
            if (chosen) onTravel(chosen.toISOString());
            setIsOpen(false);
          }}
        >
          <p className={css.help}>{t("ticket.as_of.help")}</p>
          <Input
            type="datetime-local"
            aria-label={t("ticket.as_of.title")}
            value={value}
            onChange={(event) => setValue(event.target.value)}
          />
          <Button type="primary" htmlType="submit" disabled={!chosen}>
            {t("ticket.as_of.show")}
          </Button>
        </form>
      }
    >
      <Tooltip title={isOpen ? "" : t("ticket.as_of.title")}>
        <Button type="text" size="small" aria-label={t("ticket.as_of.title")} icon={<Icon name="history" />} />
      </Tooltip>
    </Popover>
  );
}

/** Says that this is the past and leads back; nothing can be changed there. */
export function AsOfBanner({ asOf, onTravel }: { asOf: string; onTravel: (at: undefined) => void }) {
  const { t, exact } = useWords();
  return (
    <Alert
      type="info"
      banner
      icon={<Icon name="history" />}
      title={t("ticket.as_of.banner", { at: exact(asOf) })}
      action={
        <Button size="small" onClick={() => onTravel(undefined)}>
          {t("ticket.as_of.back")}
        </Button>
      }
    />
  );
}
