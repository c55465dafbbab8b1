/** Whether a popover or a dialog is open in there, which Escape closes. */
export function isAnythingOpen(root: ParentNode): boolean {
  try {
    return root.querySelector(':popover-open, dialog[open]') !== null;
  } catch {
    return false;
  }
}
