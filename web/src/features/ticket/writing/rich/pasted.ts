/** HTML from elsewhere, before the editor reads it: it takes only what may stand in a message, and this sets right what
 * it would misread. Word writes lists as paragraphs, and Excel and Word put a picture of the words beside them. */

const UNSEEN = "style, script, meta, link, title, template, noscript, xml";

export function cleaned(html: string): string {
  const { body } = new DOMParser().parseFromString(
    html.replace(/<!--[\s\S]*?-->|<o:p>[\s\S]*?<\/o:p>/g, ""),
    "text/html",
  );
  for (const odd of body.querySelectorAll(UNSEEN)) odd.remove();
  for (const heading of body.querySelectorAll("h1, h2, h3, h4, h5, h6")) become(heading, "p", "strong");
  for (const line of [...body.querySelectorAll<HTMLElement>("p[class^='MsoList'], p[style*='mso-list']")]) {
    intoList(line);
  }
  asMarks(body);
  return body.innerHTML;
}

/** Whether there is more in the HTML than one picture: then the picture beside it only repeats the words. */
export function saysSomething(html: string): boolean {
  const { body } = new DOMParser().parseFromString(html, "text/html");
  for (const odd of body.querySelectorAll(UNSEEN)) odd.remove();
  return body.textContent?.trim() !== "" || body.querySelector("table") !== null;
}

function become(element: Element, ...names: string[]): void {
  const [outer, inner] = names.map((name) => document.createElement(name));
  if (!outer || !inner) return;
  inner.append(...element.childNodes);
  outer.append(inner);
  element.replaceWith(outer);
}

const BULLET = /^[\s\u00a0]*(?:[·•●○◦▪■□◆➢✓oØüv§-]|\(?(\d{1,3}|[a-zA-Z])[.)、])[\s\u00a0]+/;

/** A line of a list as Word writes it: with its mark as text. Those that follow each other are one list. */
function intoList(line: HTMLElement): void {
  const mark = BULLET.exec(line.textContent ?? "");
  if (!mark) return;
  drop(line, mark[0].length);
  const name = mark[1] ? "OL" : "UL";
  const before = line.previousElementSibling;
  const list = before?.tagName === name && before.hasAttribute("data-list") ? before : document.createElement(name);
  const item = document.createElement("li");
  item.append(...line.childNodes);
  if (list !== before) {
    list.setAttribute("data-list", "");
    line.before(list);
  }
  list.append(item);
  line.remove();
}

/** Takes signs away from the beginning of the text. */
function drop(element: Node, signs: number): number {
  let left = signs;
  for (const child of [...element.childNodes]) {
    if (left <= 0) break;
    if (child.nodeType === Node.TEXT_NODE) {
      const text = child.textContent ?? "";
      child.textContent = text.slice(left);
      left -= Math.min(left, text.length);
    } else left = drop(child, left);
  }
  return left;
}

/** Google wraps all in a bold element that is not bold. */
function asMarks(body: HTMLElement): void {
  for (const odd of body.querySelectorAll<HTMLElement>("b")) {
    if (/^(normal|400)$/.test(odd.style.fontWeight)) odd.replaceWith(...odd.childNodes);
  }
}
