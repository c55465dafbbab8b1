/** Opens a modal dialog; a non-modal one where there is no `showModal`, as in jsdom. */
export function openModal(dialog: HTMLDialogElement): void {
  try {
    dialog.showModal();
  } catch {
    dialog.open = true;
  }
}

/** Closes a dialog, which then dispatches `close`. */
export function closeModal(dialog: HTMLDialogElement): void {
  try {
    dialog.close();
  } catch {
    dialog.open = false;
    dialog.dispatchEvent(new Event('close'));
  }
}

/** Shows or hides a popover; does nothing where the browser has none. */
export function showOrHidePopover(popover: HTMLElement, open: boolean): void {
  try {
    popover[open ? 'showPopover' : 'hidePopover']();
  } catch {
    // jsdom has no popovers, and shows their content without them.
  }
}

export function isPopoverOpen(popover: HTMLElement): boolean {
  try {
    return popover.matches(':popover-open');
  } catch {
    return false;
  }
}
