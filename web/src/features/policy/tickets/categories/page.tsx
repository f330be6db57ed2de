import { Button, Checkbox, Input } from "antd";
import { useRef, useState } from "react";
import { useClash } from "@/features/policy/clash";
import { type DraftSection, useDraftSection } from "@/features/policy/draft";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty, Failure, SkeletonLines } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import css from "./categories.module.css";
import { CategoryTree } from "./category-tree";
import { CategoryEditor, NEW_BELOW } from "./editor";
import { type Going, GoingDialog } from "./going";
import { type Category, finds, moved, type Place, placeOf, restored, stepped, treeOf, type Way } from "./tree";

/** The tree of categories, as it is drafted. */
export default function CategoriesPage({ id, search, onOpen, onSearch }: SectionProps) {
  const { t } = useWords();
  const section = useDraftSection("categories");
  const { value, error, retry } = section;
  const { round, clash } = useClash(section);
  const [added, setAdded] = useState<string>();
  if (id) {
    return (
      <>
        <CategoryEditor
          key={round}
          id={id}
          section={section}
          onClose={(added) => {
            setAdded(added);
            onOpen();
          }}
        />
        {clash}
      </>
    );
  }
  const add = section.mayEdit() && (
    <Button type="primary" icon={<Icon name="plus" size={14} />} onClick={() => onOpen("new")}>
      {t("categories.add")}
    </Button>
  );
  return (
    <SettingsPage
      title={t("categories.title")}
      lead={value && !section.mayEdit() ? t("categories.lead_part") : t("categories.lead")}
      actions={add}
    >
      {!value && error ? <Failure error={error} onRetry={retry} /> : null}
      {!value && !error && <SkeletonLines count={8} height={32} />}
      {value && (
        <Tree
          all={value}
          save={section.save}
          mayEdit={section.mayEdit}
          onOpen={onOpen}
          onSearch={onSearch}
          query={search.q ?? ""}
          added={added}
        />
      )}
      {clash}
    </SettingsPage>
  );
}

interface TreeProps extends Pick<SectionProps, "onOpen" | "onSearch">, Pick<DraftSection<Category[]>, "mayEdit"> {
  all: readonly Category[];
  query: string;
  /** Was added last, and is brought into sight. */
  added: string | undefined;
  save: DraftSection<Category[]>["save"];
}

function Tree({ all, query, added, save, mayEdit, onOpen, onSearch }: TreeProps) {
  const { t, local } = useWords();
  const [withRetired, setWithRetired] = useState(false);
  const { message } = useVoice();
  const keep = useKeeping(all, save);
  const [where, setWhere] = useState("");
  const tell = (done: string) => message.success(t(done));
  const say = (key: string, now: readonly Category[]) => {
    const { one, parent, n, of } = placeOf(now, key);
    const place = parent ? "categories.stands" : "categories.stands_top";
    setWhere(t(place, { name: local(one?.name), above: local(parent?.name), n, of }));
  };
  const step = async (key: string, way: Way) => {
    const now = await keep((all) => stepped(all, key, way));
    if (now) say(key, now);
    else setWhere(t("categories.stays"));
  };
  const [going, setGoing] = useState<Going>();
  const found = finds(query);
  const nodes = treeOf(all, (one) => (withRetired || !one.retired) && found(one));
  return (
    <>
      <div className={css.tools}>
        <Input.Search
          allowClear
          className={css.search}
          defaultValue={query}
          placeholder={t("categories.search")}
          aria-label={t("categories.search")}
          maxLength={100}
          onChange={(event) => onSearch({ q: event.target.value })}
        />
        <Checkbox checked={withRetired} onChange={(event) => setWithRetired(event.target.checked)}>
          {t("categories.show_retired")}
        </Checkbox>
        <span className={css.count}>{t("categories.count", { n: all.filter(({ retired }) => !retired).length })}</span>
      </div>
      <p role="status" className={css.where}>
        {where}
      </p>
      {nodes.length === 0 && query && <Empty icon="search" isPart title={t("categories.none_found")} />}
      {nodes.length === 0 && !query && (
        <Empty icon="tag" title={t("categories.empty.title")} text={t("categories.empty.text")} />
      )}
      {nodes.length > 0 && (
        <CategoryTree
          nodes={nodes}
          added={added}
          isSearched={query.trim() !== ""}
          mayEdit={mayEdit}
          onOpen={onOpen}
          onMove={async (key: string, target: string, place: Place) => {
            if (await keep((all) => moved(all, key, target, place))) tell("categories.moved");
          }}
          onStep={step}
          onAddBelow={(key) => onOpen(`${NEW_BELOW}${key}`)}
          onGo={setGoing}
          onRestore={async (key) => {
            if (await keep((all) => restored(all, key))) tell("categories.restored");
          }}
        />
      )}
      {going && (
        <GoingDialog
          key={going.key}
          all={all}
          going={going}
          keep={async (change) => {
            if (await keep(change)) tell("categories.retired_done");
          }}
          onClose={() => setGoing(undefined)}
        />
      )}
    </>
  );
}

/**
 * Saves what a deed makes of the list, one deed after the other, each on what the one before left. Gives the list as it
 * is then; undefined where nothing changed, or it was refused, which is said.
 */
function useKeeping(all: readonly Category[], save: TreeProps["save"]) {
  const { problem } = useWords();
  const { message } = useVoice();
  const latest = useRef({ all, save });
  latest.current.save = save;
  const line = useRef<Promise<unknown>>(Promise.resolve());
  const waiting = useRef(0);
  if (waiting.current === 0) latest.current.all = all;
  return (change: (all: readonly Category[]) => readonly Category[]): Promise<readonly Category[] | undefined> => {
    const run = async () => {
      try {
        const { all: now, save } = latest.current;
        const next = change(now);
        if (next === now) return;
        latest.current.all = await save([...next], [...now]);
        return latest.current.all;
      } catch (error) {
        message.error(problem(error).title);
      } finally {
        waiting.current -= 1;
      }
    };
    waiting.current += 1;
    const done = line.current.then(run);
    line.current = done;
    return done;
  };
}
