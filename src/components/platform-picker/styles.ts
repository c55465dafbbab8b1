import { css } from 'lit';

/** The picker: a search field, then groups of tiles under their titles. */
export const styles = css`
  [part='base'] {
    display: grid;
    gap: calc(var(--_space) * 1.25);
  }

  [part='intro'] {
    color: var(--_muted);
    margin-block-start: 0.5em;
  }

  [part='search'] {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: baseline;
    gap: 0.25em var(--_space);
    font-variant-numeric: tabular-nums;
  }

  #search {
    grid-area: 2 / span 2;
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
    grid-template-columns: repeat(auto-fill, minmax(min(15em, 100%), 1fr));
    gap: 0.5em;
  }

  [part~='tile'],
  [part='skeleton'] {
    min-block-size: 4em;
  }

  .branded [part='skeleton']:first-child {
    min-block-size: 4.875em;
  }

  /* The placeholder of the search field and its label. */
  [part='base'] > [part='skeleton'] {
    min-block-size: 2.75em;
    margin-block-start: 1.75em;
  }

  [part~='tile'] {
    inline-size: 100%;
    block-size: 100%;
    justify-content: start;
    gap: 0.75em;
    padding: 0.5em 0.75em;
    text-align: start;
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
    min-inline-size: 0;
  }

  [part='mark-text'] {
    display: flex;
    align-items: center;
    gap: 0.25em;
    font-size: 0.875em;
  }

  /* As its maker requires: never tinted, cropped or distorted. Both images share one grid cell. */
  [part='branded'] {
    display: grid;
    place-items: start;
    min-block-size: 2.25em;
  }

  [part='branded'] img {
    grid-area: 1 / 1;
    max-block-size: 2.25em;
    max-inline-size: 100%;
  }

  [part~='tile']:is(:hover, :focus-visible) [part='branded'] img:first-child,
  [part~='tile']:not(:hover, :focus-visible) [part='branded'] img:last-child {
    visibility: hidden;
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
    [part='search'] {
      display: flex;
    }

    #search {
      flex: 0 1 24em;
      margin-inline-end: auto;
    }

    [part~='tile'],
    [part='skeleton'] {
      min-block-size: 5.25em;
    }

    [part='footer'] {
      min-block-size: 2.75em;
    }

    [part='base'] > [part='skeleton'] {
      margin-block-start: 0;
      max-inline-size: 24em;
    }
  }
`;
