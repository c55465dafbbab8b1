import { css } from 'lit';

/** The sync: a progress bar, and one line per data type. */
export const styles = css`
  [part='base'],
  [part='source'] {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.75em;
  }

  /* With headings, each source is separated from the one above. */
  [part='source']:has([part='source-heading']) {
    margin-block-start: 1em;
  }

  [part='source-heading'] {
    font-size: 1.125em;
    font-weight: 600;
  }

  [part='past'] summary {
    min-block-size: 1.75em;
    cursor: pointer;
  }

  @media (pointer: coarse) {
    [part='past'] summary {
      align-content: center;
      min-block-size: var(--_target);
    }
  }

  [part='past'] [part='types'] {
    margin-block-start: 0.5em;
  }

  [part='trouble'] {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.5em;
    align-items: start;
  }

  [part='trouble'] svg {
    margin-block-start: 0.125em;
    color: var(--_danger);
  }

  [part='trouble'] button {
    grid-column: 2;
    justify-self: start;
  }

  [part~='bar'],
  [part='skeleton-bar'] {
    inline-size: 100%;
    block-size: 0.5em;
    border: 1px solid transparent;
    border-radius: 0.25em;
    background: var(--_fill);
    overflow: hidden;
    appearance: none;
  }

  progress::-webkit-progress-bar {
    background: transparent;
  }

  progress::-webkit-progress-value {
    background: var(--_line);
    border-radius: inherit;
    forced-color-adjust: none;
  }

  progress::-moz-progress-bar {
    background: var(--_line);
    forced-color-adjust: none;
  }

  [part='types'] {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(22em, 100%), 1fr));
    column-gap: calc(var(--_space) * 2);
  }

  [part='type'] {
    display: flex;
    flex-wrap: wrap;
    align-content: start;
    gap: 0 1em;
    padding-block: 0.375em;
    border-block-end: 1px solid var(--_border);
  }

  /* What the platform doesn't offer, under all columns. */
  [part='types'] [part='note'] {
    grid-column: 1 / -1;
    padding-block: 0.375em;
  }

  [part='progress'] {
    display: inline-flex;
    align-items: start;
    gap: 0.375em;
    margin-inline-start: auto;
    color: var(--_muted);
  }

  /* Centred on the first line of text. */
  [part='progress'] svg {
    margin-block-start: 0.25em;
  }

  [part='progress'][data-progress='ready'] svg {
    color: var(--_success);
  }

  [part='progress'][data-progress='failed'] svg {
    color: var(--_danger);
  }

  /* As high as the line of a type with its border. */
  [part='skeleton'] {
    block-size: 1.25em;
    margin-block: 0.5em calc(0.5em + 1px);
  }

  /* The placeholder of the line about what the platform doesn't offer. */
  [part='skeleton']:last-child {
    grid-column: 1 / -1;
  }

  /* Has room for the longest sentence until the last data are there, so that what is below stays in its place. */
  @container (max-width: 46em) {
    .awaited {
      min-block-size: 3em;
    }
  }

  @container (max-width: 24em) {
    .awaited {
      min-block-size: 4.5em;
    }
  }
`;
