/** Pictures among the files: seen small where they stand, opened large over the page. */
import { lazy, Suspense, useState } from "react";
import { useWords } from "@/lib/words";
import type { FileRef } from "./files";
import css from "./files.module.css";
import { PreviewedFile } from "./previews";

const Viewer = lazy(() => import("./viewer").then((part) => ({ default: part.Viewer })));

/** Types that every browser draws; bigger ones are not loaded unasked. */
const PICTURE = /^image\/(png|apng|jpeg|gif|webp|avif|bmp)$/;
const PICTURE_AT_MOST = 8 * 1024 * 1024;

function isPicture(file: FileRef): boolean {
  return PICTURE.test(file.type) && file.size <= PICTURE_AT_MOST;
}

/** Pictures are seen where they stand, and opened in place; sound, film and text too; all else is a chip. */
export function FileList({ files, label }: { files: readonly FileRef[]; label: string }) {
  const { t } = useWords();
  const [broken, setBroken] = useState<ReadonlySet<string>>(new Set());
  const [opened, setOpened] = useState<string>();
  if (files.length === 0) return null;
  const pictures = files.filter((file) => isPicture(file) && !broken.has(file.id));
  return (
    <>
      <ul className={css.files} aria-label={label}>
        {files.map((file) => (
          <li key={file.id}>
            {pictures.includes(file) ? (
              <button
                type="button"
                className={css.opens}
                title={file.name}
                aria-label={t("common.picture.open", { name: file.name })}
                onClick={() => setOpened(file.id)}
              >
                <img
                  className={css.picture}
                  src={file.url}
                  alt=""
                  onError={() => setBroken((before) => new Set(before).add(file.id))}
                />
              </button>
            ) : (
              <PreviewedFile file={file} />
            )}
          </li>
        ))}
      </ul>
      <Suspense>
        {opened && <Viewer pictures={pictures} first={opened} onClose={() => setOpened(undefined)} />}
      </Suspense>
    </>
  );
}
