import { useQuery } from "@tanstack/react-query";
import { Outlet, useLocation, useNavigate } from "@tanstack/react-router";
import { useCallback, useEffect, useState } from "react";
import type { Ask, OpenNotice } from "@/features/notices/notice-list";
import { holdHotkeys, useHotkeys } from "@/lib/hotkeys";
import { type Me, sessionQuery } from "@/lib/session";
import { useWords } from "@/lib/words";
import { areasOf } from "../areas/areas";
import { useLive } from "../live";
import { AntLook } from "../look/ant-look";
import { BackAgain } from "./back-again";
import { Connection } from "./connection";
import type { Overlay } from "./overlay";
import { Overlays } from "./overlays";
import { Rail } from "./rail";
import { Tabs } from "./tabs";
import css from "./workbench.module.css";

/** Mails of notices lead to where one chooses them. */
const NOTICES = "notices";

/** The frame around all screens of the staff: rail, tabs of a phone, and what opens over every page. */
export function Workbench() {
  const { data: me } = useQuery(sessionQuery);
  return (
    me && (
      <AntLook>
        <Frame me={me} />
      </AntLook>
    )
  );
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
  // What is typed while the overlay's own part is on its way is not meant for the page beneath.
  useEffect(() => (overlay ? holdHotkeys() : undefined), [overlay]);

  const show = (name: Overlay) => (event: KeyboardEvent) => {
    event.preventDefault();
    setOverlay(name);
  };
  const jumps = areasOf(me).map(({ letter, to }) => [`g ${letter}`, () => navigate({ to })] as const);
  useHotkeys({
    "mod+k": show("palette"),
    "alt+t": show("create"),
    "?": show("keys"),
    "g n": show("bell"),
    ...Object.fromEntries(jumps),
  });

  const open = (number: string, ask?: Ask) => {
    close();
    void navigate({ to: "/tickets/$number", params: { number }, search: { ask } });
  };
  /** A notice leads to what it is about. */
  const openNotice: OpenNotice = ({ number, kind }, ask) => {
    if (number) return open(number, ask);
    close();
    if (kind === "mailbox_failed") void navigate({ to: "/admin/$section", params: { section: "mailboxes" } });
  };

  return (
    <div className={css.frame}>
      <a href="#main" className={css.skip}>
        {t("shell.skip")}
      </a>
      <Rail onShow={setOverlay} onNotice={openNotice} />
      <div className={css.body}>
        <Connection />
        <BackAgain />
        <main id="main" className={css.main} tabIndex={-1}>
          <Outlet />
        </main>
        <Tabs onShow={setOverlay} />
      </div>
      <Overlays shown={overlay} onShow={setOverlay} onClose={close} onOpen={open} onNotice={openNotice} />
    </div>
  );
}
