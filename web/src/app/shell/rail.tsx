import { Button } from "antd";
import { ViewLinks } from "@/features/queue/view-links";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/icon";
import logo from "@/ui/logo.svg";
import css from "./rail.module.css";

interface RailProps {
  className?: string;
  onCreate: () => void;
  onChosen?: () => void;
}

export function Rail({ className = "", onCreate, onChosen }: RailProps) {
  const { t } = useWords();
  const me = useMe();
  return (
    <aside className={className} aria-label={me.workspace_name}>
      <p className={css.workspace} title={me.workspace_name}>
        <img src={logo} alt="" width={22} height={22} />
        <span>{me.workspace_name}</span>
      </p>
      <Button block onClick={onCreate} icon={<Icon name="plus" size={14} />} className={css.create}>
        {t("shell.create.title")}
      </Button>
      <ViewLinks onChosen={onChosen} />
    </aside>
  );
}
