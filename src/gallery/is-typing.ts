/** Whether keys at `target` are somebody's text, or another dialog's, and not the page's. */
export const isTyping = (target: EventTarget | null) =>
  target instanceof HTMLElement &&
  (target.matches('input:not([type=radio]), textarea, select, [contenteditable]') ||
    target.closest('[data-dialog]') !== null)
