import { css } from 'lit';

/** The picker: a search field, then groups of tiles under their titles. */
export const styles = css`
  [part='base'] {
    display: grid;
    gap: calc(var(--_space) * 1.25);
  }

  /* It has one child only: when a child's display changes, Chromium makes the boxes of all the others anew. */
  fieldset {
    display: contents;
  }

  /* Reserves the height of the text, which loads later. */
  [part='intro'] {
    color: var(--_muted);
    margin-block-start: 0.5em;
    min-block-size: 6em;
  }

  [part='search'] {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.25em var(--_space);
    font-variant-numeric: tabular-nums;
  }

  #search {
    order: 1;
    inline-size: 100%;
    min-inline-size: 0;
  }

  /* Stands below the label or beside it by this room, not by its digits: else the field would move while one types. */
  #search + * {
    flex: 1 0 8em;
    text-align: end;
  }

  [part='group'],
  .group {
    display: grid;
    gap: 0.5em;
  }

  [part='group-title'],
  .group-title {
    font-size: 0.875em;
    font-weight: 600;
    color: var(--_muted);
  }

  .group-title {
    min-block-size: 1lh;
  }

  /* Two columns, but one where a name wouldn't fit. */
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, max(8.75em, 34%)), 1fr));
    gap: 0.5em;
  }

  /* A name of two lines fits. */
  [part~='tile'],
  .tiles div {
    min-block-size: 6.75em;
  }

  [part='skeleton'] {
    min-block-size: var(--_target);
  }

  /* The placeholder is as high as the search field, whose text is at least 16px, with room for the label above. */
  .find {
    min-block-size: max(2.75em, 44px);
    margin-block-start: 1.75em;
  }

  [part~='tile'] {
    flex-direction: column;
    justify-content: start;
    inline-size: 100%;
    block-size: 100%;
    padding: 0.5em 0.375em;
  }

  [part~='tile']:hover {
    border-color: currentColor;
  }

  [part='tile-text'] {
    display: grid;
    gap: 0.25em;
  }

  [part='mark-text'] {
    font-size: 0.875em;
  }

  [part='mark-text'] svg {
    margin-inline-end: 0.25em;
  }

  /* Reserves the height of the secondary actions, which load later. */
  [part='footer'] {
    min-block-size: calc(2 * var(--_target) + 0.25em);
    background: linear-gradient(var(--_border) 0 0) 0 0 / 100% 1px no-repeat;
  }

  @container (min-width: 30em) {
    [part='intro'] {
      min-block-size: 3em;
    }

    [part='search'] {
      flex-wrap: nowrap;
    }

    /* The field shrinks first, so that its label and the number of results stay on one line. */
    #search {
      order: 0;
      flex: 0 99999 24em;
      min-inline-size: 8em;
    }

    [part~='tile'],
    .tiles div {
      min-block-size: 5.25em;
    }

    [part~='tile'] {
      flex-flow: wrap;
      align-content: center;
      gap: 0.25em 0.625em;
      padding-inline: 0.625em;
      text-align: start;
      overflow-wrap: break-word;
    }

    /* Wraps below the logo if a word doesn't fit beside it, so that a wide font doesn't break the word. */
    [part='tile-text'],
    [part~='tile'] > [part='name'] {
      flex: 1;
      max-inline-size: 100%;
    }

    [part='footer'] {
      min-block-size: var(--_target);
    }

    .find {
      margin-block-start: 0;
      max-inline-size: 24em;
    }

    .more {
      display: none;
    }
  }

  /* A platform that the company has a connection to is shown even while the rest of its group is hidden. */
  @container (max-width: 29.99em) {
    .folded,
    .partly li:not(.own) {
      display: none;
    }
  }

  @container (min-width: 46em) {
    .tiles {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
`;
