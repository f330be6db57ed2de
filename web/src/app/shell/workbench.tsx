import { useQuery } from "@tanstack/react-query";
import { Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { Drawer } from "antd";
import { lazy, Suspense, useCallback, useEffect, useState } from "react";
import { useHotkeys } from "@/lib/hotkeys";
import { type Me, sessionQuery } from "@/lib/session";
import { useWords } from "@/lib/words";
import { useLive } from "../live";
import { BackAgain } from "./back-again";
import { Header } from "./header";
import type { Overlay } from "./overlay";
import { Rail } from "./rail";
import { Tabs } from "./tabs";
import css from "./workbench.module.css";

const AccountDialog = lazy(() =>
  import("@/features/session/account-dialog").then((each) => ({ default: each.AccountDialog })),
);
const CreateDialog = lazy(() =>
  import("@/features/create/create-dialog").then((each) => ({ default: each.CreateDialog })),
);
const NoticeDialog = lazy(() =>
  import("@/features/notices/notice-dialog").then((each) => ({ default: each.NoticeDialog })),
);
const Palette = lazy(() => import("./palette").then((each) => ({ default: each.Palette })));
const KeyList = lazy(() => import("./key-list").then((each) => ({ default: each.KeyList })));

/** Mails of notices lead to where one chooses them. */
const NOTICES = "notices";

/** The frame around all of an agent's screens: rail, head, and what opens over every page. Gone with the session. */
export function Workbench() {
  const { data: me } = useQuery(sessionQuery);
  return me ? <Frame me={me} /> : null;
}

function Frame({ me }: { me: Me }) {
  const { t } = useWords();
  const navigate = useNavigate();
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const close = useCallback(() => setOverlay(null), []);
  useLive(me);
  const hash = useLocation({ select: (at) => at.hash });
  useEffect(() => {
    if (hash === NOTICES) setOverlay("notices");
  }, [hash]);

  const show = (name: Overlay) => (event: KeyboardEvent) => {
    event.preventDefault();
    setOverlay(name);
  };
  useHotkeys({ "mod+k": show("palette"), "alt+t": show("create"), "?": show("keys") });

  const open = (number: string) => {
    close();
    void navigate({ to: "/tickets/$number", params: { number } });
  };

  return (
    <div className={css.frame}>
      <a href="#main" className={css.skip}>
        {t("shell.skip")}
      </a>
      <Rail className={css.rail} onCreate={() => setOverlay("create")} />
      <div className={css.body}>
        <Header onShow={setOverlay} onOpen={open} />
        <BackAgain />
        <main id="main" className={css.main} tabIndex={-1}>
          <Outlet />
        </main>
        <Tabs onShow={setOverlay} />
      </div>
      <Drawer
        open={overlay === "rail"}
        onClose={close}
        placement="left"
        size={260}
        title={t("shell.views")}
        styles={{ body: { padding: 8 } }}
      >
        <Rail onCreate={() => setOverlay("create")} onChosen={close} />
      </Drawer>
      <Suspense>
        {overlay === "account" && <AccountDialog onClose={close} />}
        {overlay === "create" && <CreateDialog onClose={close} onOpened={open} />}
        {overlay === "notices" && <NoticeDialog onClose={close} />}
        {overlay === "palette" && <Palette onClose={close} onShow={setOverlay} onOpen={open} />}
        {overlay === "keys" && <KeyList onClose={close} />}
      </Suspense>
    </div>
  );
}
