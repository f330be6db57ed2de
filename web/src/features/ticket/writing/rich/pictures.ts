/** Pictures in the words: where they are seen from while they are written, and what becomes of their uploads. */
import type { Editor } from "@tiptap/core";
import type { FileRef, Upload } from "@/ui/content/files";

/** As much of an upload as a picture needs. */
type Pictured = Pick<Upload, "id"> & { file?: Pick<FileRef, "id" | "url"> };

const SHOWN = /^image\/(png|jpeg|gif|webp)$/;

export const isPicture = (file: File) => SHOWN.test(file.type);

/** Addresses of what was picked here, by upload. */
const previews = new Map<number, string>();

export function preview(upload: number, file: File): void {
  previews.set(upload, URL.createObjectURL(file));
}

/** Gives pictures the file of their upload once it has arrived, and takes out those whose upload was taken away. */
export function settlePictures(editor: Editor, all: readonly Pictured[]): void {
  const { tr, doc } = editor.state;
  doc.descendants((piece, at) => {
    if (piece.type.name !== "picture" || piece.attrs.file) return;
    const upload = all.find(({ id }) => id === piece.attrs.upload);
    if (upload?.file) tr.setNodeMarkup(tr.mapping.map(at), undefined, { ...piece.attrs, file: upload.file.id });
    else if (!upload) tr.delete(tr.mapping.map(at), tr.mapping.map(at + piece.nodeSize));
  });
  if (tr.docChanged) editor.view.dispatch(tr.setMeta("addToHistory", false));
}

/** Where a picture is seen from. */
function pictureAddress(attrs: Record<string, unknown>, all: readonly Pictured[]): string | undefined {
  const upload = all.find(({ id, file }) => (file ? file.id === attrs.file : id === attrs.upload));
  return (upload && previews.get(upload.id)) ?? upload?.file?.url;
}

/** Shows them: their own addresses are those of a mail's parts. */
export function drawPictures(editor: Editor, all: readonly Pictured[]): void {
  editor.state.doc.descendants((piece, at) => {
    if (piece.type.name !== "picture") return;
    const image = editor.view.nodeDOM(at);
    const address = pictureAddress(piece.attrs, all);
    if (image instanceof HTMLImageElement && address && image.getAttribute("src") !== address) image.src = address;
  });
}
