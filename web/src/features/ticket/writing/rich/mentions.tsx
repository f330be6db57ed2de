/** `@` in a note: colleagues and teams, who hear of it. */
import type { Editor } from "@tiptap/core";
import { type RefObject, useEffect, useId, useState } from "react";
import { useNames } from "@/lib/directory";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { Avatar } from "@/ui/marks/avatar";
import { Icon } from "@/ui/marks/icon";
import popup from "../canned/canned.module.css";
import { editorField } from "./editor";
import type { Place } from "./field";
import css from "./rich.module.css";

interface Mentionable {
  person?: number;
  team?: string;
  name: string;
}

interface Mentions {
  id: string;
  found: Mentionable[];
  chosen: number;
  choose: (at: number) => void;
  take: (who: Mentionable) => void;
  place: Place | null;
  look: () => void;
  onKey: (event: KeyboardEvent) => boolean;
  aria: Record<string, string>;
}

const MOST = 8;
/** Neither in a mail address, nor behind another one. */
const AT = /(?:^|[^\w.@-])@([^\s@]{0,20})$/;

export function mentionAt(before: string): { from: number; query: string } | null {
  const found = AT.exec(before);
  return found ? { from: before.length - (found[1]?.length ?? 0) - 1, query: found[1] ?? "" } : null;
}

export function useMentions(editor: RefObject<Editor | null>, isOffered: boolean): Mentions {
  const id = useId();
  const everybody = useEverybody();
  const [sought, setSought] = useState<{ from: number; to: number; query: string } | null>(null);
  const [left, setLeft] = useState<string | null>(null);
  const [chosen, choose] = useState(0);
  const query = sought?.query.toLowerCase();
  const found = query === undefined ? [] : everybody.filter(({ name }) => name.toLowerCase().includes(query));
  found.sort((one, other) => rank(one, query ?? "") - rank(other, query ?? ""));
  found.length = Math.min(found.length, MOST);
  const field = editor.current && editorField(editor.current);

  const look = () => {
    if (!isOffered || !editor.current) return setSought(null);
    const here = editorField(editor.current);
    const [from, to] = here.selection();
    const next = from === to ? mentionAt(here.text().slice(0, to)) : null;
    if (next?.query !== sought?.query) choose(0);
    const isLeft = next !== null && left !== null && here.text().slice(next.from, to).startsWith(left);
    if (!isLeft) setLeft(null);
    setSought(next && !isLeft ? { ...next, to } : null);
  };
  const take = (who: Mentionable) => {
    if (!editor.current || !sought) return;
    const { view } = editor.current;
    const start = view.state.selection.$from.start();
    const { schema, tr } = view.state;
    const pieces = [schema.node("mention", who), schema.text(" ")];
    setSought(null);
    view.dispatch(tr.replaceWith(start + sought.from, start + sought.to, pieces).scrollIntoView());
    view.focus();
  };
  const onKey = (event: KeyboardEvent) => {
    const who = found[chosen];
    if (!sought || !who) return false;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) choose((chosen + step + found.length) % found.length);
    else if (event.key === "Enter" || event.key === "Tab") take(who);
    else if (event.key === "Escape") {
      setLeft(`@${sought.query}`);
      setSought(null);
    } else return false;
    event.preventDefault();
    event.stopPropagation();
    return true;
  };
  const isListed = sought !== null && found.length > 0;
  const aria: Record<string, string> = isListed
    ? { "aria-controls": id, "aria-activedescendant": `${id}-${chosen}` }
    : {};
  const place = isListed && field ? field.place(sought.from) : null;
  return { id, found, chosen, choose, take, place, look, onKey, aria };
}

/** Those whose name begins so come first. */
const rank = ({ name }: Mentionable, query: string) => (name.toLowerCase().startsWith(query) ? 0 : 1);

function useEverybody(): Mentionable[] {
  const { local } = useWords();
  const { directory } = useNames();
  const { person_id: me } = useMe();
  return [
    ...directory.members.filter(({ id, active }) => active && id !== me).map(({ id, name }) => ({ person: id, name })),
    ...directory.teams.map(({ key, name }) => ({ team: key, name: local(name) })),
  ];
}

const ROOM = 300;

export function MentionList({ mentions }: { mentions: Mentions }) {
  const { t } = useWords();
  const { id, found, chosen, choose, take, place } = mentions;
  useEffect(() => {
    document.getElementById(`${id}-${chosen}`)?.scrollIntoView({ block: "nearest" });
  }, [id, chosen]);
  if (!place) return null;
  const vertical =
    innerHeight - place.bottom > ROOM ? { top: place.bottom + 4 } : { bottom: innerHeight - place.top + 4 };
  return (
    <div className={popup.popup} style={{ left: Math.max(8, Math.min(place.left, innerWidth - 300)), ...vertical }}>
      <div id={id} className={popup.list} role="listbox" aria-label={t("ticket.rich.mention")}>
        {found.map((who, at) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the editor keeps the focus, and its keys choose and take
          <div
            key={who.team ?? who.person}
            id={`${id}-${at}`}
            role="option"
            tabIndex={-1}
            aria-selected={at === chosen}
            className={css.who}
            onPointerEnter={() => choose(at)}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => take(who)}
          >
            {who.team ? <Icon name="team" /> : <Avatar name={who.name} size={20} />}
            <span>{who.name}</span>
          </div>
        ))}
      </div>
    </div>
  );
}
