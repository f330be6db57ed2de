/** Which files are heard, watched or read where they stand, and how the bytes of a text become one. */
import type { FileRef } from "./files";

export type Preview = "audio" | "video" | "text" | "pdf";

const TEXT = /^(text\/(plain|csv|markdown)|application\/json)$/;
const TEXT_AT_MOST = 512 * 1024;
/** Signs that are drawn of one text. */
export const SHOWN_AT_MOST = 50_000;

export function previewOf({ type, size, name }: Pick<FileRef, "type" | "size" | "name">): Preview | null {
  if (type.startsWith("audio/")) return "audio";
  if (type.startsWith("video/")) return "video";
  if (type === "application/pdf" && /\.pdf$/i.test(name) && navigator.pdfViewerEnabled) return "pdf";
  return TEXT.test(type) && size <= TEXT_AT_MOST ? "text" : null;
}

/** UTF-16 by its mark, else UTF-8, else GB 18030, as the server judged it. */
export function textOf(bytes: Uint8Array): string {
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030").decode(bytes);
  }
}
