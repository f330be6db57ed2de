import { Drawer } from "antd";
import { useWords } from "@/lib/words";
import { NoticeList, type OpenNotice } from "./notice-list";

/** The same list as a page of its own on a phone. */
export function NoticeDrawer({ onOpen, onClose }: { onOpen: OpenNotice; onClose: () => void }) {
  const { t } = useWords();
  return (
    <Drawer
      open
      placement="bottom"
      size="85dvh"
      title={t("shell.notices.title")}
      onClose={onClose}
      styles={{ body: { padding: 0 } }}
    >
      <NoticeList onOpen={onOpen} />
    </Drawer>
  );
}
