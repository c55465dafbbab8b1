import { css } from 'lit';

/** The picker: a search field, then groups of tiles under their titles. */
export const styles = css`
  [part='base'] {
    display: grid;
    gap: calc(var(--_space) * 1.25);
  }

  /* Has room for what the lender reads, which is known once the platforms are. */
  [part='intro'] {
    color: var(--_muted);
    margin-block-start: 0.5em;
    min-block-size: 6em;
  }

  [part='search'] {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.25em var(--_space);
    font-variant-numeric: tabular-nums;
  }

  input {
    flex: 1 0 100%;
    min-inline-size: 0;
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

  [part='tiles'],
  .tiles {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(max(8em, 34%), 1fr));
    gap: 0.5em;
  }

  /* A name of two lines fits. */
  [part~='tile'],
  [part='skeleton'] {
    min-block-size: 7.5em;
  }

  /* The placeholder of the search field and its label. */
  [part='base'] > [part='skeleton'] {
    min-block-size: 2.75em;
    margin-block-start: 1.75em;
  }

  [part='base'] > .more {
    margin: 0;
  }

  .rest {
    display: contents;
  }

  [part~='tile'] {
    flex-direction: column;
    justify-content: start;
    inline-size: 100%;
    block-size: 100%;
    padding: 0.75em 0.5em;
  }

  [part~='tile']:hover {
    border-color: currentColor;
  }

  [part='tile-text'] {
    display: grid;
    gap: 0.25em;
  }

  [part='tile-text'],
  [part~='tile'] > [part='name'] {
    max-inline-size: 100%;
  }

  [part='mark-text'] {
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.25em;
    font-size: 0.875em;
  }

  /* Reserves the height of the secondary actions, which load later. */
  [part='footer'] {
    display: flex;
    flex-wrap: wrap;
    align-content: start;
    align-items: baseline;
    gap: 0.25em 1.5em;
    min-block-size: 5.75em;
    background: linear-gradient(var(--_border) 0 0) 0 0 / 100% 1px no-repeat;
  }

  [part='footer'] ::slotted(*) {
    margin-block-start: var(--_space);
  }

  @container (min-width: 30em) {
    [part='intro'] {
      min-block-size: 3em;
    }

    [part='search'] {
      flex-wrap: nowrap;
    }

    input {
      flex: 0 1 24em;
      margin-inline-end: auto;
    }

    [part='search'] [part='small'] {
      order: 1;
    }

    [part='tiles'],
    .tiles {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }

    [part~='tile'],
    [part='skeleton'] {
      min-block-size: 5.25em;
    }

    [part~='tile'] {
      flex-direction: row;
      gap: 0.625em;
      padding-inline: 0.625em;
      text-align: start;
    }

    [part='tile-text'],
    [part~='tile'] > [part='name'] {
      min-inline-size: 0;
    }

    [part='mark-text'] {
      justify-content: start;
    }

    [part='footer'] {
      min-block-size: 2.75em;
    }

    [part='base'] > [part='skeleton'] {
      margin-block-start: 0;
      max-inline-size: 24em;
    }

    [part='base'] > .more {
      display: none;
    }
  }

  @container (max-width: 29.99em) {
    .folded {
      display: none;
    }
  }

  @container (min-width: 46em) {
    [part='tiles'],
    .tiles {
      grid-template-columns: repeat(4, minmax(0, 1fr));
    }
  }
`;
