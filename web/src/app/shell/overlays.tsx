import { lazy, Suspense } from "react";
import type { OpenNotice } from "@/features/notices/notice-list";
import { Proof } from "@/features/session/proof";
import { LeavesDialog } from "@/features/team/leaves";
import type { Overlay } from "./overlay";
import { TypedAhead } from "./palette/typed-ahead";

const AccountDialog = lazy(() =>
  import("@/features/session/account-dialog").then((each) => ({ default: each.AccountDialog })),
);
const CreateDialog = lazy(() =>
  import("@/features/create/create-dialog").then((each) => ({ default: each.CreateDialog })),
);
const NoticeDialog = lazy(() =>
  import("@/features/notices/notice-dialog").then((each) => ({ default: each.NoticeDialog })),
);
const NoticeDrawer = lazy(() =>
  import("@/features/notices/notice-drawer").then((each) => ({ default: each.NoticeDrawer })),
);
const Palette = lazy(() => import("./palette/palette").then((each) => ({ default: each.Palette })));
const KeyList = lazy(() => import("./key-list").then((each) => ({ default: each.KeyList })));
const MeDrawer = lazy(() => import("./me-drawer").then((each) => ({ default: each.MeDrawer })));

interface OverlaysProps {
  shown: Overlay | null;
  onShow: (overlay: Overlay) => void;
  onClose: () => void;
  onOpen: (number: string) => void;
  onNotice: OpenNotice;
}

/** What opens over every page; each is loaded when it is first asked for. */
export function Overlays({ shown, onShow, onClose, onOpen, onNotice }: OverlaysProps) {
  return (
    <Suspense fallback={shown === "palette" && <TypedAhead />}>
      <Proof />
      {shown === "account" && <AccountDialog onClose={onClose} />}
      {shown === "bell" && <NoticeDrawer onClose={onClose} onOpen={onNotice} />}
      {shown === "create" && <CreateDialog onClose={onClose} onOpened={onOpen} />}
      {shown === "leaves" && <LeavesDialog onClose={onClose} />}
      {shown === "me" && <MeDrawer onClose={onClose} onShow={onShow} />}
      {shown === "notices" && <NoticeDialog onClose={onClose} />}
      {shown === "palette" && <Palette onClose={onClose} onShow={onShow} onOpen={onOpen} />}
      {shown === "keys" && <KeyList onClose={onClose} />}
    </Suspense>
  );
}
