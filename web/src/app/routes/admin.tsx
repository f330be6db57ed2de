import { Link, Outlet, useLocation, useNavigate, useParams, useSearch } from "@tanstack/react-router";
import {
  type ComponentType,
  type LazyExoticComponent,
  lazy,
  type ReactNode,
  Suspense,
  useCallback,
  useState,
} from "react";
import { ReturnedFromProvider } from "@/features/channels/mailboxes/returned";
import { DraftBar } from "@/features/policy/draft-bar/draft-bar";
import { SetupGuide } from "@/features/upkeep/setup/setup-guide";
import { useMe } from "@/lib/session";
import { useWords } from "@/lib/words";
import { AreaFrame } from "@/ui/frame/area-frame";
import type { SectionProps } from "@/ui/settings/section";
import { SettingsPage } from "@/ui/settings/settings-page";
import { Empty, SkeletonLines } from "@/ui/states";
import { areasOf } from "../areas/areas";
import { GROUPS, mayOpen, SECTIONS, sectionsOf } from "../areas/sections";
import { useTitle } from "../title";
import css from "./admin.module.css";

export function AdminRoute() {
  return (
    <AdminFrame>
      <Outlet />
    </AdminFrame>
  );
}

/** The pane of the sections beside a page; `at`: the section that a page of another address belongs to. */
function AdminFrame({ at, children }: { at?: string; children: ReactNode }) {
  const { t } = useWords();
  const me = useMe();
  const hasArea = areasOf(me).some(({ key }) => key === "admin");
  return (
    <AreaFrame title={t(hasArea ? "shell.areas.admin" : "shell.own.title")} pane={<SectionLinks at={at} />}>
      <div className={css.content}>
        <DraftBar linkTo={linkToEntry} />
        <div className={css.page}>{children}</div>
      </div>
    </AreaFrame>
  );
}

/** The editor of a section of the policy bears its name. */
function linkToEntry(key: string, entry: string | null, text: string) {
  if (!SECTIONS.some((section) => section.key === key)) return null;
  return entry === null ? (
    <Link to="/admin/$section" params={{ section: key }}>
      {text}
    </Link>
  ) : (
    <Link to="/admin/$section/$id" params={{ section: key, id: entry }}>
      {text}
    </Link>
  );
}

function SectionLinks({ at }: { at?: string }) {
  const { t } = useWords();
  const me = useMe();
  const all = sectionsOf(me);
  const path = useLocation({ select: ({ pathname }) => pathname });
  return (
    <nav aria-label={t("admin.sections")} className={css.sections}>
      {GROUPS.map((group) => {
        const sections = all.filter((section) => section.group === group);
        return (
          sections.length > 0 && (
            <section key={group} aria-labelledby={`group-${group}`}>
              <h3 id={`group-${group}`} className={css.group}>
                {t(`admin.groups.${group}`)}
              </h3>
              <ul>
                {sections.map(({ key, texts }) => (
                  <li key={key}>
                    <Link
                      to="/admin/$section"
                      params={{ section: key }}
                      className={css.section}
                      aria-current={key === at || path.startsWith(`/admin/${key}`) ? "page" : undefined}
                    >
                      {t(`${texts[0]}.title`)}
                    </Link>
                  </li>
                ))}
              </ul>
            </section>
          )
        );
      })}
    </nav>
  );
}

/** What there is to see to; on a phone, where the pane is folded away, the way to everything. */
export function AdminHomeRoute() {
  const { t } = useWords();
  const me = useMe();
  useTitle(t("shell.areas.admin"), me.workspace_name);
  return (
    <SettingsPage title={t("admin.home.title")} lead={t("admin.home.lead", { name: me.workspace_name })}>
      {me.permissions.includes("workspace.manage") && <SetupGuide linkTo={linkToStep} />}
      <ul className={css.cards}>
        {sectionsOf(me).map(({ key, texts }) => (
          <li key={key}>
            <Link to="/admin/$section" params={{ section: key }} className={css.card}>
              <strong>{t(`${texts[0]}.title`)}</strong>
              <span>{t(`${texts[0]}.lead`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </SettingsPage>
  );
}

/** Where each step of setting up is done, by the key of its section. */
const SECTION_OF = {
  company: "workspace",
  mailbox: "mailboxes",
  team: "teams",
  category: "categories",
  invite: "people",
  portal: "workspace",
} as const;

function linkToStep(step: keyof typeof SECTION_OF, text: string) {
  const section = SECTIONS.find(({ key }) => key === SECTION_OF[step]);
  return (
    section && (
      <Link to="/admin/$section" params={{ section: section.key }}>
        {text}
      </Link>
    )
  );
}

const pages = new Map<string, LazyExoticComponent<ComponentType<SectionProps>>>();

/** A section's page is loaded once, when it is first opened. */
function pageOf(key: string) {
  const section = SECTIONS.find((each) => each.key === key);
  if (!section) return undefined;
  const known = pages.get(key) ?? lazy(section.load);
  pages.set(key, known);
  return { section, Page: known };
}

const FROM = "/workbench/admin/$section" as const;

export function SectionRoute() {
  const { t } = useWords();
  const me = useMe();
  const { section: key } = useParams({ from: FROM });
  const { id } = useParams({ strict: false });
  const search = useSearch({ from: FROM });
  const navigate = useNavigate();
  const found = pageOf(key);
  useTitle(found && t(`${found.section.texts[0]}.title`), me.workspace_name);
  if (!found) return <Empty icon="search" title={t("common.no_page.title")} text={t("common.no_page.text")} />;
  if (!mayOpen(me, found.section)) {
    return <Empty icon="lock" title={t("common.forbidden.title")} text={t("common.forbidden.text")} />;
  }
  const { Page } = found;
  return (
    <Suspense fallback={<SkeletonLines count={8} height={44} />}>
      <Page
        id={id}
        search={search}
        onOpen={(next) =>
          next === undefined
            ? navigate({ to: "/admin/$section", params: { section: key }, search })
            : navigate({ to: "/admin/$section/$id", params: { section: key, id: next }, search })
        }
        onSearch={(change) => navigate({ to: ".", search: (before) => ({ ...before, ...change }), replace: true })}
      />
    </Suspense>
  );
}

/** Where the provider of a mailbox sends somebody back to. */
export function MailboxSignInRoute() {
  const { t } = useWords();
  const me = useMe();
  const navigate = useNavigate();
  const [search] = useState(() => window.location.search);
  useTitle(t("mailboxes.consent.title"), me.workspace_name);
  // In the place of this address: what it carries is used up, and nobody is to go back to it.
  const done = useCallback(
    (id?: string) =>
      id
        ? navigate({ to: "/admin/$section/$id", params: { section: "mailboxes", id }, replace: true })
        : navigate({ to: "/admin/$section", params: { section: "mailboxes" }, replace: true }),
    [navigate],
  );
  return (
    <AdminFrame at="mailboxes">
      <ReturnedFromProvider search={search} onDone={done} />
    </AdminFrame>
  );
}
