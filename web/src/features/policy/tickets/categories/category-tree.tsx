import { Button, Dropdown, type MenuProps, Tree, type TreeDataNode } from "antd";
import { type ComponentRef, useEffect, useRef, useState } from "react";
import { useNames } from "@/lib/directory";
import { useWords } from "@/lib/words";
import { Icon } from "@/ui/marks/icon";
import css from "./categories.module.css";
import type { Going } from "./going";
import { useSteering } from "./steering";
import { type Category, type Node, type Place, type Way, waysOf } from "./tree";

interface CategoryTreeProps {
  nodes: readonly Node[];
  added: string | undefined;
  /** What is found stands open. */
  isSearched: boolean;
  mayEdit: (key?: string) => boolean;
  onOpen: (key: string) => void;
  onMove: (key: string, target: string, place: Place) => unknown;
  onStep: (key: string, way: Way) => unknown;
  onAddBelow: (key: string) => void;
  onGo: (going: Going) => unknown;
  onRestore: (key: string) => unknown;
}

/** Rows beyond this many are made as they come into sight. */
const HEIGHT = 640;
const FEW = 40;

export function CategoryTree({ nodes, added, isSearched, mayEdit, onOpen, onMove, ...deeds }: CategoryTreeProps) {
  const { t, local } = useWords();
  const [opened, setOpened] = useState<readonly string[]>(() => [
    ...nodes.map(({ key }) => key),
    ...wayTo(nodes, added),
  ]);
  const tree = useRef<ComponentRef<typeof Tree.DirectoryTree>>(null);
  useEffect(() => {
    if (added) tree.current?.scrollTo({ key: added });
  }, [added]);
  const { box, onActive } = useMoving(nodes, mayEdit(), deeds.onStep, (keys) => setOpened([...opened, ...keys]));
  const data = (all: readonly Node[]): TreeDataNode[] =>
    all.map(({ key, category, children }) => ({
      key,
      title: <Row category={category} mayEdit={mayEdit} onOpen={onOpen} {...deeds} />,
      children: data(children),
      disabled: false,
      "aria-label": local(category.name),
    }));
  const expanded = isSearched ? everyKey(nodes) : [...opened];
  return (
    <div ref={box}>
      <Tree.DirectoryTree
        ref={tree}
        onActiveChange={onActive}
        className={css.tree}
        aria-label={t("categories.tree")}
        treeData={data(nodes)}
        blockNode
        showIcon={false}
        virtual
        height={everyKey(nodes).length > FEW ? HEIGHT : undefined}
        draggable={mayEdit() && { icon: false }}
        selectedKeys={[]}
        expandAction={false}
        expandedKeys={expanded}
        onExpand={(keys) => !isSearched && setOpened(keys.map(String))}
        onSelect={(_keys, { node }) => onOpen(String(node.key))}
        onDrop={({ dragNode, node, dropToGap, dropPosition }) => {
          const at = Number(node.pos.split("-").at(-1));
          const place = !dropToGap ? "in" : dropPosition < at ? "before" : "after";
          onMove(String(dragNode.key), String(node.key), place);
        }}
      />
    </div>
  );
}

/** Moving by keys. What was moved keeps the focus, and what it went into stands open. */
function useMoving(
  nodes: readonly Node[],
  mayMove: boolean,
  onStep: CategoryTreeProps["onStep"],
  open: (keys: readonly string[]) => void,
) {
  const box = useRef<HTMLDivElement>(null);
  const active = useRef<string>(undefined);
  const [moving, setMoving] = useState<string>();
  useSteering(box, active, async (key, way) => {
    if (!mayMove) return;
    await onStep(key, way);
    setMoving(key);
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each move, when the tree is as it is then
  useEffect(() => {
    if (!moving) return;
    open(wayTo(nodes, moving));
    setMoving(undefined);
    const focus = () => box.current?.querySelector<HTMLElement>(`[data-category="${moving}"] button`)?.focus();
    requestAnimationFrame(focus);
  }, [moving]);
  const onActive = (key: unknown) => {
    active.current = key === null || key === undefined ? undefined : String(key);
  };
  return { box, onActive };
}

/** Keys of what stands above it. */
const wayTo = (nodes: readonly Node[], key: string | undefined): string[] =>
  waysOf(nodes)
    .find((one) => one.key === key)
    ?.way.map((one) => one.key) ?? [];

const everyKey = (nodes: readonly Node[]): string[] =>
  nodes.flatMap(({ key, children }) => [key, ...everyKey(children)]);

type RowProps = Omit<CategoryTreeProps, "nodes" | "added" | "isSearched" | "onMove"> & { category: Category };

function Row({ category, mayEdit, onOpen, onStep, onAddBelow, onGo, onRestore }: RowProps) {
  const { t, local } = useWords();
  const names = useNames();
  const { key, name, team, retired } = category;
  const deed =
    (run: () => unknown): MenuProps["onClick"] =>
    (event) => {
      event.domEvent.stopPropagation(); // it is no click on the row
      run();
    };
  const steps = [
    { key: "up", label: t("categories.up"), onClick: deed(() => onStep(key, "up")) },
    { key: "down", label: t("categories.down"), onClick: deed(() => onStep(key, "down")) },
    { key: "deeper", label: t("categories.deeper"), onClick: deed(() => onStep(key, "deeper")) },
    { key: "higher", label: t("categories.higher"), onClick: deed(() => onStep(key, "higher")) },
  ];
  const items: MenuProps["items"] = [
    { key: "below", label: t("categories.add_below"), onClick: deed(() => onAddBelow(key)) },
    ...(mayEdit() ? steps : []),
    ...(retired
      ? [{ key: "restore", label: t("categories.restore"), onClick: deed(() => onRestore(key)) }]
      : [
          { key: "merge", label: t("categories.merge_into"), onClick: deed(() => onGo({ key, how: "merge" })) },
          {
            key: "retire",
            label: t("categories.retire"),
            danger: true,
            onClick: deed(() => onGo({ key, how: "retire" })),
          },
        ]),
  ];
  return (
    <span className={css.row} data-category={key} data-retired={retired || undefined}>
      <button
        type="button"
        className={css.name}
        onClick={(event) => {
          event.stopPropagation();
          onOpen(key);
        }}
      >
        {local(name)}
      </button>
      <span className={css.meta}>{retired ? t("categories.retired") : team && local(names.name("team", team))}</span>
      {mayEdit(key) && (
        <Dropdown trigger={["click"]} menu={{ items }}>
          <Button
            type="text"
            size="small"
            onClick={(event) => event.stopPropagation()}
            aria-label={t("common.table.actions_of", { name: local(name) })}
            icon={<Icon name="more" />}
          />
        </Dropdown>
      )}
    </span>
  );
}
