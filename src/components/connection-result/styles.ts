import { css } from 'lit';

/** Centres the outcome. */
export const styles = css`
  [part~='panel'] {
    margin-inline: auto;
    justify-items: center;
    text-align: center;
    align-content: start;
    min-block-size: 17em;
  }

  [part='actions'] {
    justify-content: center;
  }
`;
