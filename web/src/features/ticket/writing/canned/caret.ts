/** Where in the window a place in a text box is drawn: the browser does not tell, so the text is laid out once more. */

const COPIED = ["font", "letterSpacing", "lineHeight", "padding", "border", "boxSizing", "wordBreak"] as const;

export function placeOf(box: HTMLTextAreaElement, at: number): { left: number; top: number; bottom: number } {
  const twin = document.createElement("div");
  const style = getComputedStyle(box);
  for (const name of COPIED) twin.style[name] = style[name];
  Object.assign(twin.style, {
    position: "absolute",
    visibility: "hidden",
    whiteSpace: "pre-wrap",
    overflowWrap: "break-word",
    width: `${box.offsetWidth}px`,
  });
  const mark = document.createElement("span");
  mark.textContent = "/";
  twin.append(box.value.slice(0, at), mark);
  document.body.append(twin);
  const outer = box.getBoundingClientRect();
  const top = Math.min(Math.max(outer.top + mark.offsetTop - box.scrollTop, outer.top), outer.bottom);
  const left = outer.left + mark.offsetLeft;
  const height = mark.offsetHeight;
  twin.remove();
  return { left, top, bottom: top + height };
}
