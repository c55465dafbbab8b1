import { css } from 'lit';

/** The outcome stands in the middle of its space. */
export const styles = css`
  [part~='panel'] {
    margin-inline: auto;
    justify-items: center;
    text-align: center;
  }

  [part='actions'] {
    justify-content: center;
  }
`;
