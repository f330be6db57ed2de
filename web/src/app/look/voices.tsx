/** Shows what is said over the page (ui/states/voice). */
import { App } from "antd";
import { useEffect } from "react";
import { giveVoice } from "@/ui/states/voice";

export function Voices() {
  return (
    <App component={false}>
      <Given />
    </App>
  );
}

function Given() {
  const { message, modal } = App.useApp();
  useEffect(() => {
    giveVoice({ message, modal });
    return () => giveVoice(null);
  }, [message, modal]);
  return null;
}
