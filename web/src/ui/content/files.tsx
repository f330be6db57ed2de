/** Files: shown as chips that download, and picked, dropped or pasted for upload. */
import { createContext, type MouseEvent, useContext, useRef, useState } from "react";
import { type Schemas, uploadFile } from "@/lib/api";
import { useWords } from "@/lib/words";
import { Icon } from "../marks/icon";
import css from "./files.module.css";

export type FileRef = Schemas["FileRef"];

export const FILES_AT_MOST = 20;

export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilo = bytes / 1024;
  return kilo < 1024 ? `${Math.round(kilo)} kB` : `${(kilo / 1024).toFixed(1)} MB`;
}

/** Where a file is found now: addresses are signed and end. Whoever shows files for long provides it. */
export const FreshAddress = createContext<((id: string) => Promise<string | undefined>) | null>(null);

function hasEnded(url: string): boolean {
  const until = Number(new URL(url, location.origin).searchParams.get("until"));
  return until > 0 && until * 1000 < Date.now();
}

export function FileLink({ file }: { file: FileRef }) {
  const fresh = useContext(FreshAddress);
  const follow = async (event: MouseEvent<HTMLAnchorElement>) => {
    const link = event.currentTarget;
    if (!fresh || !hasEnded(link.href)) return;
    event.preventDefault();
    const url = await fresh(file.id);
    if (!url || hasEnded(url)) return;
    link.href = url;
    link.click();
  };
  return (
    <a className={css.file} href={file.url} download={file.name} target="_blank" rel="noreferrer" onClick={follow}>
      <Icon name="clip" size={14} />
      <span className={css.name}>{file.name}</span>
      <span className={css.size}>{sizeOf(file.size)}</span>
    </a>
  );
}

export interface Upload {
  id: number;
  name: string;
  state: "sending" | "done" | "failed";
  file?: FileRef;
  /** The words show it where it stands: it is listed only if it does not arrive. */
  isInline?: boolean;
  error?: unknown;
}

export interface Uploads {
  all: Upload[];
  /** Ids of what has arrived. */
  ids: string[];
  /** Something has not arrived, or will not: what is sent now would go without it. */
  isBusy: boolean;
  /** Answers the uploads that it began. */
  add: (files: Iterable<File>, how?: { isInline?: boolean }) => { id: number; file: File }[];
  /** Takes in what was uploaded before; `html` shows some of it in place. */
  restore: (files: readonly FileRef[], html?: string) => void;
  remove: (id: number) => void;
  /** Takes out those that were sent; all, where none are named. */
  clear: (sent?: readonly string[]) => void;
}

let lastUpload = 0;

/** Each file goes at once; a failed one stays visible with its reason until it is removed. */
export function useUploads(): Uploads {
  const [all, setAll] = useState<Upload[]>([]);
  const aborts = useRef(new Map<number, AbortController>());

  const settle = (id: number, outcome: Partial<Upload>) =>
    setAll((before) => before.map((each) => (each.id === id ? { ...each, ...outcome } : each)));

  const send = async (id: number, file: File) => {
    const abort = new AbortController();
    aborts.current.set(id, abort);
    try {
      settle(id, { state: "done", file: await uploadFile(file, abort.signal) });
    } catch (error) {
      if (!abort.signal.aborted) settle(id, { state: "failed", error });
    }
  };

  return {
    all,
    ids: all.flatMap((each) => (each.file ? [each.file.id] : [])),
    isBusy: all.some((each) => each.state !== "done"),
    add: (files, how) => {
      const room = [...files].slice(0, FILES_AT_MOST - all.length).map((file) => ({ id: ++lastUpload, file }));
      setAll((before) => [
        ...before,
        ...room.map(({ id, file }) => ({ id, name: file.name, state: "sending" as const, ...how })),
      ]);
      for (const { id, file } of room) void send(id, file);
      return room;
    },
    restore: (files, html = "") =>
      setAll((before) => {
        const had = new Set(before.map((each) => each.file?.id));
        const more = files.filter(({ id }) => !had.has(id));
        return [
          ...before,
          ...more.map((file) => ({
            id: ++lastUpload,
            name: file.name,
            state: "done" as const,
            file,
            isInline: html.includes(`"cid:${file.id}"`),
          })),
        ];
      }),
    remove: (id) => {
      aborts.current.get(id)?.abort();
      setAll((before) => before.filter((each) => each.id !== id));
    },
    clear: (sent) => setAll((before) => before.filter((each) => sent && !(each.file && sent.includes(each.file.id)))),
  };
}

export function UploadList({ uploads }: { uploads: Uploads }) {
  const { t, problem } = useWords();
  const listed = uploads.all.filter(({ isInline, state }) => !isInline || state === "failed");
  if (listed.length === 0) return null;
  const hasFailed = uploads.all.some((each) => each.state === "failed");
  return (
    <>
      <ul className={css.files} aria-label={t("common.files.attached")}>
        {listed.map((each) => (
          <li key={each.id} className={css.file} data-state={each.state}>
            <Icon name={each.state === "failed" ? "alert" : "clip"} size={14} />
            <span className={css.name}>{each.name}</span>
            <span className={css.size} role={each.state === "failed" ? "alert" : "status"}>
              {each.state === "sending" && t("common.files.sending")}
              {each.state === "failed" && problem(each.error).title}
              {each.file && sizeOf(each.file.size)}
            </span>
            <button type="button" className={css.remove} onClick={() => uploads.remove(each.id)}>
              <Icon name="close" size={12} />
              <span className="visually-hidden">{t("common.files.remove", { name: each.name })}</span>
            </button>
          </li>
        ))}
      </ul>
      {hasFailed && <p className={css.held}>{t("common.files.failed")}</p>}
    </>
  );
}

/** A button that opens the system's file chooser. */
export function PickFiles({ uploads, label }: { uploads: Uploads; label?: string }) {
  const { t } = useWords();
  const input = useRef<HTMLInputElement>(null);
  const words = label ?? t("common.files.add");
  return (
    <>
      <button type="button" className={css.pick} onClick={() => input.current?.click()} title={words}>
        <Icon name="clip" />
        <span className={label ? undefined : "visually-hidden"}>{words}</span>
      </button>
      <input
        ref={input}
        type="file"
        multiple
        className={css.chooser}
        tabIndex={-1}
        aria-hidden="true"
        onChange={(event) => {
          uploads.add(event.target.files ?? []);
          event.target.value = "";
        }}
      />
    </>
  );
}
