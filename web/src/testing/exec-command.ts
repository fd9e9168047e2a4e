/**
 * The browser's own typing, which happy-dom lacks: the focused text area changes behind React's back and
 * tells of it by an input event.
 */
export function installExecCommand(): void {
  document.execCommand = (name, _showUi, text = "") => {
    const area = document.activeElement;
    if (!(area instanceof HTMLTextAreaElement)) return false;
    const { value, selectionStart: start, selectionEnd: end } = area;
    const insert = name === "insertText" ? text : "";
    const setValue = Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value")?.set;
    setValue?.call(area, value.slice(0, start) + insert + value.slice(end));
    area.setSelectionRange(start + insert.length, start + insert.length);
    area.dispatchEvent(new InputEvent("input", { bubbles: true, inputType: name }));
    area.dispatchEvent(new KeyboardEvent("keyup", { bubbles: true }));
    return true;
  };
}
