/** Whether a popover or a dialog, which Escape closes, is open inside `root`. */
export function hasOpenPopoverOrDialog(root: ParentNode): boolean {
  try {
    return root.querySelector(':popover-open, dialog[open]') !== null;
  } catch {
    return false;
  }
}
