import { css } from 'lit';

/** The list: a row a connection, apart by hairlines. */
export const styles = css`
  [part='base'] {
    display: grid;
    gap: var(--_space);
  }

  [part~='row'] {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr) auto;
    align-items: center;
    gap: 0.5em var(--_space);
    padding-block: calc(var(--_space) * 0.875);
    border-block-start: 1px solid var(--_border);
  }

  [part='list'] > li:last-child {
    border-block-end: 1px solid var(--_border);
  }

  [part~='row'] [part='actions'] {
    justify-content: end;
  }

  [part='name'] {
    font-size: 1.125em;
    font-weight: 600;
    line-height: 1.3;
  }

  [part='status'] {
    display: inline-flex;
    align-items: baseline;
    gap: 0.375em;
    margin-inline-end: 0.75em;
    white-space: nowrap;
  }

  [part='status'] svg {
    align-self: center;
  }

  [part~='dates'] {
    display: inline-block;
    font-variant-numeric: tabular-nums;
  }

  [part='told'] {
    grid-column: 1 / -1;
  }

  @container (max-width: 34em) {
    [part~='row'] {
      grid-template-columns: auto minmax(0, 1fr);
    }

    [part='skeleton'] {
      min-block-size: 10em;
    }

    [part~='row'] [part='actions'] {
      grid-column: 1 / -1;
      justify-content: start;
    }
  }

  dialog {
    max-inline-size: min(30em, calc(100vw - 2em));
    padding: calc(var(--_space) * 1.5);
    border: 1px solid var(--_border);
    border-radius: var(--_radius);
    background: var(--_surface);
    color: var(--_on-surface);
    font-family: var(--_font);
    line-height: 1.5;
  }

  dialog::backdrop {
    background: rgb(0 0 0 / 45%);
  }

  dialog [part='actions'] {
    margin-block-start: var(--_space);
    column-gap: 0.5em;
    justify-content: end;
  }

  dialog [part='dialog-text'] {
    margin-block-start: 0.5em;
  }

  [part~='danger'] {
    border-color: currentColor;
    color: var(--_danger);
    font-weight: 600;
  }

  [part='skeleton'] {
    min-block-size: 4.75em;
  }
`;
