/** Opens a modal dialog; where there are none, as in jsdom, one among the rest of the page. */
export function openModal(dialog: HTMLDialogElement): void {
  try {
    dialog.showModal();
  } catch {
    dialog.open = true;
  }
}

/** Closes a dialog, which then says so by `close`. */
export function closeModal(dialog: HTMLDialogElement): void {
  try {
    dialog.close();
  } catch {
    dialog.open = false;
    dialog.dispatchEvent(new Event('close'));
  }
}

/** Opens or closes a popover; does nothing where there are none. */
export function togglePopover(popover: HTMLElement, open: boolean): void {
  try {
    popover[open ? 'showPopover' : 'hidePopover']();
  } catch {
    // jsdom knows no popovers: what is in one can be reached all the same.
  }
}

export function isPopoverOpen(popover: HTMLElement): boolean {
  try {
    return popover.matches(':popover-open');
  } catch {
    return false;
  }
}
