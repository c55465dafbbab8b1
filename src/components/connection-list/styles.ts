import { css } from 'lit';

/** The list: one row per connection, separated by hairlines. */
export const styles = css`
  [part='base'] {
    display: grid;
    gap: var(--_space);
  }

  .group {
    display: grid;
    gap: calc(var(--_space) * 0.5);
  }

  .group + .group {
    margin-block-start: calc(var(--_space) * 0.5);
  }

  [part='search'] {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25em var(--_space);
    font-variant-numeric: tabular-nums;
  }

  /* Stands below the label or beside it by this room, not by its digits: else the field would move while one types. */
  [for] + * {
    flex: 1 0 9em;
    text-align: end;
  }

  [part='search'] input {
    flex: 1 0 100%;
    min-inline-size: 0;
  }

  [part='group-title'] {
    font-size: 0.875em;
    font-weight: 600;
    color: var(--_muted);
  }

  [part='row'] {
    display: grid;
    grid-template:
      'logo what actions more' auto
      '. below below below' auto / auto minmax(0, 1fr) auto auto;
    column-gap: var(--_space);
    padding-block: calc(var(--_space) * 0.875);
    border-block-start: 1px solid var(--_border);
  }

  [part='list'] > li:last-child {
    border-block-end: 1px solid var(--_border);
  }

  [part='row'] > [part='actions'] {
    grid-area: actions;
    align-self: start;
  }

  [part~='menu-button'] {
    grid-area: more;
    align-self: start;
  }

  .what {
    grid-area: what;
    align-self: center;
  }

  [part='name'] {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.3;
  }

  [part='organisation'],
  .between {
    font-weight: 400;
  }

  .status {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 0.75em;
  }

  [part='status'] {
    display: inline-flex;
    align-items: baseline;
    gap: 0.375em;
  }

  [part='status'] svg {
    align-self: center;
  }

  [part~='dates'] {
    font-variant-numeric: tabular-nums;
  }

  [part='why'] {
    max-inline-size: 44em;
    margin-block-start: 0.25em;
    color: var(--_muted);
    text-wrap: pretty;
  }

  [part~='reference'] {
    -webkit-user-select: all;
    user-select: all;
  }

  [part='doing'],
  [part='details'],
  [part='row'] > [part='panel'] {
    grid-column: below;
  }

  [part='doing'] {
    display: flex;
    gap: 0.5em;
    margin-block-start: 0.5em;
  }

  [part='doing'] svg {
    margin-block-start: 0.25em;
  }

  [part='details'] {
    display: grid;
    gap: 0.5em;
    justify-items: start;
    margin-block-start: calc(var(--_space) * 0.75);
    padding: var(--_space) var(--_space) calc(var(--_space) * 0.25);
    border-radius: var(--_radius);
    background: var(--_fill);
  }

  dl {
    display: grid;
    gap: 0.5em;
    margin: 0;
  }

  dl > div {
    display: grid;
    grid-template-columns: minmax(9em, auto) minmax(0, 1fr);
    column-gap: var(--_space);
  }

  dt {
    color: var(--_muted);
  }

  dd {
    margin: 0;
    font-variant-numeric: tabular-nums;
  }

  /* One placeholder row while loading, as high as the empty list, so that the page doesn't shift. */
  [part='skeleton'],
  slot[name='empty'] {
    min-block-size: 4.8em;
  }

  slot[name='empty'] {
    display: grid;
    align-content: center;
    gap: 0.75em;
    justify-items: start;
    border-block: 1px solid var(--_border);
  }

  dialog {
    max-inline-size: min(30em, calc(100vw - 2em));
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  dialog [part='actions'] {
    margin-block-start: var(--_space);
    column-gap: 0.5em;
    justify-content: end;
  }

  /* On a phone the dialog's buttons fill a shared row, or a row each, as in a panel. */
  @media (max-width: 30em) {
    dialog button {
      flex-grow: 1;
    }
  }

  dialog [part='dialog-text'] {
    margin-block-start: 0.5em;
  }

  [part~='danger'] {
    border-color: currentColor;
    color: var(--_danger);
    font-weight: 600;
  }
`;
