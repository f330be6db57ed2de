import { Popover, type PopoverProps } from "antd";
import { useRef, useState } from "react";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import css from "./bell.module.css";
import { NoticeList, type OpenNotice } from "./notice-list";
import { useUnread } from "./queries";

interface BellProps {
  onOpen: OpenNotice;
  className?: string;
  placement?: PopoverProps["placement"];
}

/** Notices of this person. Closing it marks nothing: what was not opened is still unread. */
export function Bell({ onOpen, className = "", placement }: BellProps) {
  const { t } = useWords();
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const unread = useUnread();
  const close = () => {
    setIsOpen(false);
    button.current?.focus();
  };
  return (
    <Popover
      open={isOpen}
      onOpenChange={setIsOpen}
      trigger="click"
      placement={placement}
      arrow={false}
      destroyOnHidden
      styles={{ container: { padding: 0 } }}
      content={
        <NoticeList
          onClose={close}
          onOpen={(...opened) => {
            setIsOpen(false);
            onOpen(...opened);
          }}
        />
      }
    >
      <button
        ref={button}
        type="button"
        aria-label={t("shell.notices.label", { n: unread })}
        aria-expanded={isOpen}
        className={`${className} ${css.bell}`}
      >
        <Icon name="bell" size={18} />
        {unread > 0 && <span className={css.count}>{unread > 99 ? "99+" : unread}</span>}
      </button>
    </Popover>
  );
}
