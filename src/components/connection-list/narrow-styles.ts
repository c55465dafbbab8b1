import { css } from 'lit';

/** The list on a phone: a row's text takes the full width. */
export const narrowStyles = css`
  @container (max-width: 34em) {
    [part='row'] {
      grid-template: 'logo name more' auto / auto minmax(0, 1fr) auto;
      column-gap: calc(var(--_space) * 0.75);
    }

    /* Its parts take the full width under the name, beside which there are a logo and a menu. */
    .what {
      display: contents;
    }

    [part='row'] [part='name'] {
      grid-area: name;
      align-self: center;
    }

    /* All others come below in their order. Each spans all columns, or it would be placed in the first empty cell. */
    .what > :not([part='name']),
    [part='row'] > :not([part='logo'], [part~='menu-button']) {
      grid-area: auto / 1 / auto / -1;
    }

    .status {
      margin-block-start: 0.5em;
    }

    [part='skeleton'],
    slot[name='empty'] {
      min-block-size: 8.04em;
    }

    /* Leaves room for the date of the last sync, so that it moves nothing when it appears. */
    [part~='dates']:has(span) {
      min-block-size: 3em;
    }

    /* On separate lines they need no separator. */
    [part='organisation'],
    [part~='dates'] > :not(.between) {
      display: block;
      /* A name in the other direction still aligns with the rest. */
      inline-size: fit-content;
    }

    .between {
      display: none;
    }

    [part='row'] > [part='actions'] > * {
      margin-block-start: 0.75em;
    }

    dl > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }

  /* In the narrowest layout, the name gets the full width as well. */
  @container (max-width: 18em) {
    [part='row'] {
      grid-template:
        'logo . more' auto
        'name name name' auto / auto minmax(0, 1fr) auto;
    }

    [part='row'] [part='name'] {
      margin-block-start: 0.5em;
    }

    [part='skeleton'],
    slot[name='empty'] {
      min-block-size: 11.4em;
    }
  }
`;
