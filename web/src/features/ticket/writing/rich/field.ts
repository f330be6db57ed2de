/** A place to write in, as far as lists that open at the caret need to know it: a text box, or a block of rich text. */
import { placeOf } from "../canned/caret";

export interface Place {
  left: number;
  top: number;
  bottom: number;
}

export interface Field {
  /** The text around the caret: all of a box, the block of rich text. Places count its signs. */
  text: () => string;
  selection: () => [from: number, to: number];
  /** Puts the text there, and the caret behind it. */
  replace: (from: number, to: number, text: string) => void;
  focus: () => void;
  /** Where in the window it stands. */
  place: (at: number) => Place;
}

/** `write` takes over what the box is to say. */
export function boxField(box: HTMLTextAreaElement, write: (text: string) => void): Field {
  return {
    text: () => box.value,
    selection: () => [box.selectionStart, box.selectionEnd],
    replace: (from, to, text) => {
      write(box.value.slice(0, from) + text + box.value.slice(to));
      const end = from + text.length;
      requestAnimationFrame(() => {
        box.focus();
        box.setSelectionRange(end, end);
      });
    },
    focus: () => box.focus(),
    place: (at) => placeOf(box, at),
  };
}
