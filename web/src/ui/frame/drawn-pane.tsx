import { Drawer } from "antd";
import type { ReactNode } from "react";
import tokens from "../tokens/tokens.json";
import { isPaneDrawn } from "./pane";

/** The second pane over the page of a phone. Whatever link is chosen, it has done its work. */
export default function DrawnPane({ title, children }: { title: string; children: ReactNode }) {
  const close = () => isPaneDrawn.set(false);
  return (
    <Drawer
      open
      onClose={close}
      placement="left"
      size={280}
      title={title}
      styles={{ body: { padding: tokens.space[8] } }}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: links have their own keys */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: a link that is chosen by a key is clicked as well */}
      <div onClick={(event) => (event.target as Element).closest("a") && close()}>{children}</div>
    </Drawer>
  );
}
