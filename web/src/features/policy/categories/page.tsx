import { Button, Checkbox, Input } from "antd";
import { useState } from "react";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty, Failure, SkeletonLines } from "@/ui/states";
import { useVoice } from "@/ui/states/voice";
import { useClash } from "../clash";
import { type DraftSection, useDraftSection } from "../draft";
import css from "./categories.module.css";
import { CategoryTree } from "./category-tree";
import { CategoryEditor, NEW_BELOW } from "./editor";
import { type Going, GoingDialog } from "./going";
import { type Category, finds, moved, type Place, restored, stepped, treeOf } from "./tree";

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
  const add = section.mayAdd && (
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
  save: (next: Category[]) => Promise<unknown>;
}

function Tree({ all, query, added, save, mayEdit, onOpen, onSearch }: TreeProps) {
  const { t } = useWords();
  const [withRetired, setWithRetired] = useState(false);
  const keep = useKeeping(all, save);
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
          onMove={(key: string, target: string, place: Place) =>
            keep(moved(all, key, target, place), "categories.moved")
          }
          onStep={(key, by) => keep(stepped(all, key, by), "categories.moved")}
          onAddBelow={(key) => onOpen(`${NEW_BELOW}${key}`)}
          onGo={setGoing}
          onRestore={(key) => keep(restored(all, key), "categories.restored")}
        />
      )}
      {going && (
        <GoingDialog
          key={going.key}
          all={all}
          going={going}
          keep={(next) => keep(next, "categories.retired_done")}
          onClose={() => setGoing(undefined)}
        />
      )}
    </>
  );
}

/** Saves what a deed made of the list, and says so; nothing is sent where nothing changed. */
function useKeeping(all: readonly Category[], save: TreeProps["save"]) {
  const { t, problem } = useWords();
  const { message } = useVoice();
  return async (next: readonly Category[], done: string) => {
    if (next === all) return;
    try {
      await save([...next]);
      message.success(t(done));
    } catch (error) {
      message.error(problem(error).title);
    }
  };
}
