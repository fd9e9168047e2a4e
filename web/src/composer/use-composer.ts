import { type ClipboardEvent, type KeyboardEvent, useImperativeHandle } from "react";
import { useMediaQuery } from "../ui/media-query.ts";
import { type KeyAction, keyAction } from "./composer-keys.ts";
import { bytesTooMany, type ComposerProps } from "./composer-props.ts";
import { replaceSelection } from "./edit.ts";
import { pastedFiles, pasteEdit } from "./paste.ts";
import type { Suggestion } from "./suggestion.ts";
import { readState } from "./text-area.ts";
import { useSuggestions } from "./use-suggestions.ts";
import { useTextArea } from "./use-text-area.ts";

/** All that a composer does, without what it looks like. */
export function useComposer(props: ComposerProps) {
  const { value, onFiles } = props;
  const area = useTextArea(value);
  const suggestions = useSuggestions({ text: value, caret: area.caret, sources: props.sources });
  const isTouch = useMediaQuery("(pointer: coarse)");
  const tooMany = bytesTooMany(value);
  const hasSomething = value.trim() !== "" || props.hasAttachments === true;
  const isReady = props.isDisabled !== true && props.isWaiting !== true;
  const canSend = hasSomething && tooMany === 0 && isReady;

  const send = () => {
    if (canSend) props.onSend();
    area.ref.current?.focus();
  };
  const choose = ({ insert }: Suggestion) => {
    const from = suggestions.trigger?.from ?? 0;
    area.edit((state) => replaceSelection({ ...state, start: from }, `${insert} `));
  };
  const act = (action: KeyAction): boolean => {
    if (action.type === "edit") return area.edit(action.edit);
    const handler = { send, editLast: props.onEditLast, cancel: props.onCancel }[action.type];
    handler?.();
    return handler !== undefined;
  };
  const onKeyDown = (event: KeyboardEvent<HTMLTextAreaElement>) => {
    // The Enter that ends the choice of a character in an input method does not send.
    if (event.nativeEvent.isComposing) return;
    const settings = { sendOn: props.sendOn ?? "enter", isTouch };
    const action = keyAction(event, readState(event.currentTarget), settings);
    const isTaken = suggestions.press(event.key, choose) || (action !== undefined && act(action));
    if (isTaken) event.preventDefault();
  };
  const onPaste = (event: ClipboardEvent<HTMLTextAreaElement>) => {
    const files = onFiles === undefined ? [] : pastedFiles(event.clipboardData);
    if (files.length > 0) onFiles?.(files);
    const isTaken = files.length > 0 || area.edit((state) => pasteEdit(state, event.clipboardData));
    if (isTaken) event.preventDefault();
  };
  useImperativeHandle(props.ref, () => ({
    focus: () => area.ref.current?.focus(),
    insert: (text) => void area.edit((state) => replaceSelection(state, text)),
  }));
  return { area, suggestions, canSend, tooMany, send, choose, onKeyDown, onPaste };
}
